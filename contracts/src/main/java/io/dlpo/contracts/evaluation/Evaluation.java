package io.dlpo.contracts.evaluation;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.Metric;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a prompt on a list of examples. Each of its events contains it, so that every
 * stage can work from the event alone, in any order of arrival.
 *
 * @param id derived from everything that is evaluated; a new attempt has a new id
 * @param runId the run it belongs to
 * @param step 0 for the initial prompt, otherwise the step, from 1
 * @param purpose purpose of the evaluation
 * @param promptId id of the prompt text
 * @param prompt the prompt text, without the answer format of the metric
 * @param metric how answers are scored and which answer format they must have
 * @param engines the run's models
 * @param sampleScope scope within which sampled replies (temperature other than 0) may be shared;
 *     up to {@value #MAX_SCOPE} characters
 * @param size number of examples in all parts, 1 or more
 * @param tolerated number of examples that may get no usable reply and then count as wrong, 1 to
 *     {@code size}; null if none may
 * @param critique how mistakes become a gradient; null for {@link CritiqueMode#EACH}, as in events
 *     of older versions
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
    int size,
    @Nullable Integer tolerated,
    @Nullable CritiqueMode critique) {

  public static final int MAX_SCOPE = 500;

  /** An evaluation that tolerates no failed example, with a critique of each mistake. */
  public Evaluation(
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
    this(
        id, runId, step, purpose, promptId, prompt, metric, engines, sampleScope, size, null, null);
  }

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
          "Evaluation.sampleScope has %d characters; the maximum is %d"
              .formatted(sampleScope.length(), MAX_SCOPE));
    }
    if (step < 0) {
      throw new IllegalArgumentException("Evaluation.step is " + step + "; must be 0 or more");
    }
    if (size < 1) {
      throw new IllegalArgumentException("Evaluation.size is " + size + "; must be 1 or more");
    }
    if (tolerated != null && (tolerated < 1 || tolerated > size)) {
      throw new IllegalArgumentException(
          "Evaluation.tolerated is %d; must be 1 to %d, the size".formatted(tolerated, size));
    }
    critique = critique == CritiqueMode.EACH ? null : critique;
  }

  /** Returns how mistakes become a gradient. */
  public CritiqueMode critiqueMode() {
    return critique == null ? CritiqueMode.EACH : critique;
  }

  /** Returns the same evaluation with another id. */
  public Evaluation withId(EvaluationId other) {
    return new Evaluation(
        other,
        runId,
        step,
        purpose,
        promptId,
        prompt,
        metric,
        engines,
        sampleScope,
        size,
        tolerated,
        critique);
  }
}
