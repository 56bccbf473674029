package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dlpo.contracts.evaluation.Engine;
import java.util.Objects;
import java.util.Optional;

/**
 * A model scores the answer by a rubric, 0 to 1, and gives feedback.
 *
 * @param engine the judge model
 * @param rubric the criteria for a good answer, 1 to {@value #MAX_RUBRIC} characters
 */
@JsonTypeName("judge")
public record JudgeMetric(Engine engine, String rubric) implements Metric {

  public static final int MAX_RUBRIC = 8_000;

  public JudgeMetric {
    Objects.requireNonNull(engine, "metric.engine is missing; use a model such as {model: …}");
    if (rubric == null || rubric.isBlank() || rubric.length() > MAX_RUBRIC) {
      throw new IllegalArgumentException(
          "metric.rubric has "
              + (rubric == null || rubric.isBlank() ? "no text" : rubric.length() + " characters")
              + "; it must have 1 to "
              + MAX_RUBRIC
              + " characters");
    }
  }

  @Override
  public String answerFormat() {
    return "";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return Optional.empty();
  }
}
