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

  /** Characters of its instructions for a critique of all mistakes. */
  static final int MERGED_CRITIQUE = 603;

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

  static SimulatedRequest mergedCritique(Evaluation evaluation, List<Mistake> mistakes) {
    return new SimulatedRequest(
        MERGED_CRITIQUE, evaluation.prompt(), mistakes(evaluation, mistakes));
  }

  /** The mistakes of a batch, as the backward engine lists them. */
  static String mistakes(Evaluation evaluation, List<Mistake> mistakes) {
    StringBuilder text = new StringBuilder();
    if (!evaluation.metric().answerFormat().isEmpty()) {
      block(text, "ANSWER_FORMAT", evaluation.metric().answerFormat());
    }
    for (int i = 0; i < mistakes.size(); i++) {
      Mistake mistake = mistakes.get(i);
      text.append("<MISTAKE id=\"").append(i + 1).append("\">\n");
      block(text, "QUESTION", mistake.input());
      block(text, "ANSWER", mistake.output());
      block(text, "REFERENCE", mistake.reference());
      block(text, "FEEDBACK", mistake.feedback());
      text.append("</MISTAKE>\n");
    }
    return text.toString().stripTrailing();
  }

  private static void block(StringBuilder text, String name, String content) {
    text.append('<').append(name).append(">\n").append(content);
    text.append("\n</").append(name).append(">\n");
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
