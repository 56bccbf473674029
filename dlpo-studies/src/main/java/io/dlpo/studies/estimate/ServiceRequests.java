package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.metric.JudgeMetric;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The model requests of the other services, for counting their tokens. The texts from the run are
 * included in full. Of the services' own instructions, only the length is known; a test compares it
 * with the services' sources.
 */
final class ServiceRequests {

  /** Characters of the backward engine's instructions for a critique, including block tags. */
  static final int CRITIQUE = 646;

  /** Characters of its instructions for a reduction. */
  static final int REDUCTION = 376;

  /** Characters of the tags around each critique in a reduction. */
  static final int REDUCED_CRITIQUE = 31;

  /** Characters of the evaluator's instructions for a judge. */
  static final int JUDGE = 523;

  private ServiceRequests() {}

  static SimulatedRequest critique(Evaluation evaluation, Mistake mistake) {
    return new SimulatedRequest(
        CRITIQUE,
        evaluation.prompt(),
        lines(
            evaluation.metric().answerFormat(),
            mistake.input(),
            mistake.output(),
            mistake.reference(),
            mistake.feedback()));
  }

  static SimulatedRequest reduction(Evaluation evaluation, List<Critique> critiques) {
    return new SimulatedRequest(
        REDUCTION + critiques.size() * REDUCED_CRITIQUE,
        evaluation.prompt(),
        critiques.stream().map(Critique::text).collect(Collectors.joining("\n")));
  }

  static SimulatedRequest judge(JudgeMetric metric, Example example, String answer) {
    return new SimulatedRequest(
        JUDGE, metric.rubric(), lines(example.question(), answer, example.reference()));
  }

  private static String lines(String... texts) {
    return String.join("\n", texts);
  }
}
