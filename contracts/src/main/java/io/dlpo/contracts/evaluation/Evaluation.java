package io.dlpo.contracts.evaluation;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.Metric;
import java.util.Objects;

/**
 * One evaluation of a prompt on a list of examples. It travels with each of its events, so that
 * every stage can work from the event alone, in whatever order events arrive.
 *
 * @param id derived from all that is evaluated; a new attempt has a new id
 * @param runId the run it belongs to
 * @param step 0 for the initial prompt, from 1 for the steps
 * @param purpose why it is made
 * @param promptId id of the prompt's text
 * @param prompt the prompt's text, without the metric's answer format
 * @param metric how answers are scored and which answer format they are asked for
 * @param engines the run's models
 * @param sampleScope within which sampled replies (temperature other than 0) may be shared; up to
 *     {@value #MAX_SCOPE} characters
 * @param size how many examples it has in all parts, 1 or more
 */
public record Evaluation(
    EvaluationId id,
    RunId runId,
    int step,
    Purpose purpose,
    PromptId promptId,
    String prompt,
    Metric metric,
    Engines engines,
    String sampleScope,
    int size) {

  public static final int MAX_SCOPE = 500;

  public Evaluation {
    Objects.requireNonNull(id, "Evaluation.id is missing");
    Objects.requireNonNull(runId, "Evaluation.runId is missing");
    Objects.requireNonNull(purpose, "Evaluation.purpose is missing");
    Objects.requireNonNull(promptId, "Evaluation.promptId is missing");
    Objects.requireNonNull(prompt, "Evaluation.prompt is missing");
    Objects.requireNonNull(metric, "Evaluation.metric is missing");
    Objects.requireNonNull(engines, "Evaluation.engines is missing");
    Objects.requireNonNull(sampleScope, "Evaluation.sampleScope is missing");
    if (sampleScope.length() > MAX_SCOPE) {
      throw new IllegalArgumentException(
          "Evaluation.sampleScope has %d characters; allowed are up to %d"
              .formatted(sampleScope.length(), MAX_SCOPE));
    }
    if (step < 0) {
      throw new IllegalArgumentException("Evaluation.step is " + step + "; allowed is 0 or more");
    }
    if (size < 1) {
      throw new IllegalArgumentException("Evaluation.size is " + size + "; allowed is 1 or more");
    }
  }
}
