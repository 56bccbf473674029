package io.dlpo.simulator.teacher;

import io.dlpo.simulator.instruction.Guidance;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads advice: the bullet points of a text or, if it has none, its sentences with an effect. Pure.
 */
final class AdvicePoints {

  private static final Pattern POINT = Pattern.compile("(?m)^- (.*)$");

  private AdvicePoints() {}

  static List<String> of(String text) {
    List<String> points =
        POINT
            .matcher(text)
            .results()
            .map(match -> match.group(1).strip())
            .filter(point -> point.codePoints().anyMatch(Character::isLetter))
            .toList();
    return points.isEmpty()
        ? Guidance.sentencesOf(text).stream()
            .filter(sentence -> !Guidance.of(sentence).isUseless())
            .toList()
        : points;
  }

  /** Formats points as a bullet list. */
  static String list(List<String> points) {
    return "- " + String.join("\n- ", points);
  }

  /** The subject of a sentence: two wordings of the same instruction have the same subject. */
  static String subject(String sentence) {
    return Guidance.curedBy(sentence).map(Enum::name).orElse(sentence);
  }
}
