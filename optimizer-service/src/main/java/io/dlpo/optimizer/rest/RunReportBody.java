package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The REST representation of a run's report.
 *
 * @param simulated whether the run uses a model of the simulator
 * @param spec the spec with all defaults filled in
 * @param run the current state of the run
 * @param steps the finished steps
 * @param path the prompts from the initial one to the best one
 * @param usd the cost of the paid calls; null if a price is unknown
 */
public record RunReportBody(
    boolean simulated,
    JsonNode spec,
    RunBody run,
    List<StepBody> steps,
    List<PromptBody> path,
    @Nullable BigDecimal usd) {}
