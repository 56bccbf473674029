package io.dlpo.backward.critique;

import io.dlpo.backward.TaggedBlock;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Mistake;
import java.util.List;

/** The mistakes of a batch as numbered blocks of a request, after the required answer format. */
public final class MistakeList {

  /** Longest input, answer, reference or feedback that is shown, in characters. */
  static final int MAX_LENGTH = 4_000;

  private MistakeList() {}

  /**
   * Returns a block for each mistake, in order. Texts longer than the maximum are cut. The block of
   * the answer format is left out if the metric requires none.
   */
  public static String of(Evaluation evaluation, List<Mistake> mistakes) {
    String format = evaluation.metric().answerFormat();
    StringBuilder blocks =
        new StringBuilder(format.isEmpty() ? "" : TaggedBlock.of("ANSWER_FORMAT", format));
    for (int i = 0; i < mistakes.size(); i++) {
      blocks.append(TaggedBlock.of("MISTAKE", "id=\"" + (i + 1) + "\"", text(mistakes.get(i))));
    }
    return blocks.toString();
  }

  private static String text(Mistake mistake) {
    return (block("QUESTION", mistake.input())
            + block("ANSWER", mistake.output())
            + block("REFERENCE", mistake.reference())
            + block("FEEDBACK", mistake.feedback()))
        .stripTrailing();
  }

  private static String block(String name, String text) {
    return TaggedBlock.of(name, text.length() <= MAX_LENGTH ? text : cut(text) + "…");
  }

  /** Cuts between whole characters. */
  private static String cut(String text) {
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}
