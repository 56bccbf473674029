package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.metric.JudgeMetric;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The requests of the other services, as far as tokens are concerned. What a run puts into them is
 * there in full; of each service's own words only the length is known. A test measures these
 * lengths in the sources of the services.
 */
final class ServiceRequests {

  /** Characters of the backward engine's words in a critique, tags of blocks among them. */
  static final int CRITIQUE = 646;

  /** Characters of its words in a reduction. */
  static final int REDUCTION = 376;

  /** Characters of its tags around each critique of a reduction. */
  static final int REDUCED_CRITIQUE = 31;

  /** Characters of the evaluator's words to a judge. */
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
        JUDGE, metric.rubric(), lines(example.input(), answer, example.reference()));
  }

  private static String lines(String... texts) {
    return String.join("\n", texts);
  }
}
