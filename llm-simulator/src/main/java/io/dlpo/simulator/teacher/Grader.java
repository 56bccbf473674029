package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Grades one answer by the reference, and by its length if the rubric wants it short. Occasionally
 * misjudges. Pure.
 */
final class Grader {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern SHORT = Pattern.compile("(?i)\\b(?:short|brief|concise|terse)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.-]+");
  private static final int LONG_ANSWER = 60;
  private static final double MISJUDGES = 0.05;
  private static final double PARTLY = 0.6;
  private static final double WORDY = 0.2;

  /** A score with a reason. */
  private record Grade(double score, String reason) {}

  private Grader() {}

  static String grade(String system, String message, String variation) {
    SeededDraws draws = new SeededDraws("grader", system + "\n" + message, variation);
    Grade grade = grade(system, read(message));
    if (draws.happens("misjudges", MISJUDGES)) {
      grade = new Grade(PARTLY, "The answer meets the rubric in part.");
    }
    return draws.formatted(
        MAPPER
            .createObjectNode()
            .put("score", Math.round(grade.score() * 100) / 100.0)
            .put("feedback", grade.reason())
            .toString());
  }

  private static Grade grade(String rubric, JsonNode request) {
    String answer = request.path("answer").asText("");
    if (answer.isBlank()) {
      return new Grade(0, "There is no answer.");
    }
    Grade content = content(answer, words(request.path("reference").asText("")));
    boolean wordy = SHORT.matcher(rubric).find() && words(answer).size() > LONG_ANSWER;
    return wordy
        ? new Grade(
            Math.max(0, content.score() - WORDY),
            content.reason() + " It is longer than the rubric wants it.")
        : content;
  }

  /**
   * Full score if the last line is right, part of it if the reference occurs somewhere, otherwise
   * by shared words.
   */
  private static Grade content(String answer, List<String> reference) {
    String last = answer.strip().lines().reduce("", (one, next) -> next);
    if (words(last.replaceFirst("^Answer:", "")).equals(reference)) {
      return new Grade(1, "The answer agrees with the reference.");
    }
    List<String> said = words(answer);
    if (!reference.isEmpty() && Collections.indexOfSubList(said, reference) >= 0) {
      return new Grade(
          PARTLY, "The answer mentions what the reference says, but does not settle on it.");
    }
    long shared = reference.stream().filter(said::contains).count();
    return new Grade(
        reference.isEmpty() ? 0 : PARTLY * shared / reference.size(),
        shared == 0
            ? "The answer differs from the reference."
            : "The answer has only a part of what the reference says.");
  }

  private static List<String> words(String text) {
    return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
        .map(word -> word.replaceFirst("[.]+$", ""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static JsonNode read(String message) {
    try {
      return MAPPER.readTree(message);
    } catch (JsonProcessingException e) {
      return MAPPER.createObjectNode();
    }
  }
}
