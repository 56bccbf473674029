package io.dlpo.simulator.teacher;

import io.dlpo.simulator.instruction.Guidance;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence of the prompt to edit.
 *
 * @param number number of the sentence, from 1
 * @param frozen whether it must not be edited
 * @param text the sentence
 */
record NumberedSentence(int number, boolean frozen, String text) {

  private static final Pattern SENTENCE = Pattern.compile("(?m)^\\[(\\d{1,6})( frozen)?] (.*)$");

  static List<NumberedSentence> read(String sentences) {
    return SENTENCE
        .matcher(sentences)
        .results()
        .map(
            match ->
                new NumberedSentence(
                    Integer.parseInt(match.group(1)), match.group(2) != null, match.group(3)))
        .toList();
  }

  /**
   * Whether the editor may change it. The first sentence states the task, so even a poor editor
   * keeps it.
   */
  boolean mayChange() {
    return !frozen && number > 1;
  }

  /** Whether the sentence is harmful or useless. */
  boolean isPoor() {
    Guidance guidance = Guidance.of(text);
    return guidance.isHarmful() || guidance.isUseless();
  }
}
