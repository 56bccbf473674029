package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's report as users get it.
 *
 * @param simulated whether a model of the run is the simulator's
 * @param spec what was asked for, every default filled in
 * @param run as it stands
 * @param steps that have ended
 * @param path the prompts from the initial one to the best one
 * @param usd what the paid calls have cost; null if a price is not known
 */
public record RunReportBody(
    boolean simulated,
    JsonNode spec,
    RunBody run,
    List<StepBody> steps,
    List<PromptBody> path,
    @Nullable BigDecimal usd) {}
