package io.dlpo.core.spec;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.FailureSettings;
import io.dlpo.core.run.StopSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spec with its defaults filled in. Sections that violate the schema are null.
 *
 * @param name display name
 * @param prompt the initial prompt; null if messages are given
 * @param messages the messages of the initial prompt; null if a text is given
 * @param dataset the rows and how they are split
 * @param metric how answers are scored, before defaults from the dataset are applied
 * @param engines the two models
 * @param optimizer the optimization loop and its techniques
 * @param budget null if there is no limit
 * @param failures null if every failed call pauses the run
 * @param stop when the run stops before its last step
 * @param seed of the run
 */
record Spec(
    String name,
    @Nullable String prompt,
    @Nullable List<MessageSection> messages,
    @Nullable DatasetSection dataset,
    @Nullable ObjectNode metric,
    Engines engines,
    OptimizerSection optimizer,
    @Nullable BudgetSection budget,
    @Nullable FailureSettings failures,
    StopSettings stop,
    long seed) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addMixIn(AnnealingSettings.class, Switch.class).build();

  /** The engines named in the spec. */
  record Engines(@Nullable Engine forward, @Nullable Engine backward) {}

  /** The profile has already evaluated {@code annealing.enabled}. */
  @JsonIgnoreProperties("enabled")
  private interface Switch {}

  static Spec of(JsonNode complete) {
    try {
      return MAPPER.treeToValue(complete, Spec.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema takes what the records refuse", e);
    }
  }
}
