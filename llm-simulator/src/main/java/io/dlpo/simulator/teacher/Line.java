package io.dlpo.simulator.teacher;

import io.dlpo.simulator.instruction.Guidance;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence of the prompt that is to be edited.
 *
 * @param number from 1
 * @param frozen whether it cannot be edited
 * @param text the sentence
 */
record Line(int number, boolean frozen, String text) {

  private static final Pattern SENTENCE = Pattern.compile("(?m)^\\[(\\d{1,6})( frozen)?] (.*)$");

  static List<Line> read(String sentences) {
    return SENTENCE
        .matcher(sentences)
        .results()
        .map(
            match ->
                new Line(Integer.parseInt(match.group(1)), match.group(2) != null, match.group(3)))
        .toList();
  }

  /** The first sentence says what the prompt is about: even a poor editor leaves it alone. */
  boolean mayChange() {
    return !frozen && number > 1;
  }

  /** Whether it might as well be something else. */
  boolean isPoor() {
    Guidance guidance = Guidance.of(text);
    return guidance.isHarmful() || guidance.isUseless();
  }
}
