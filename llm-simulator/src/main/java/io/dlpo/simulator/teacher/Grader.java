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
 * Judges one answer by the reference that comes with it, and by its length where the rubric wants
 * it short. Misjudges once in a while. Pure.
 */
final class Grader {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern SHORT = Pattern.compile("(?i)\\b(?:short|brief|concise|terse)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.-]+");
  private static final int LONG_ANSWER = 60;
  private static final double MISJUDGES = 0.05;
  private static final double PARTLY = 0.6;
  private static final double WORDY = 0.2;

  /** A score with its reason. */
  private record Opinion(double score, String reason) {}

  private Grader() {}

  static String grade(String system, String message, String variation) {
    Luck luck = new Luck("grader", system + "\n" + message, variation);
    Opinion opinion = opinion(system, read(message));
    if (luck.happens("misjudges", MISJUDGES)) {
      opinion = new Opinion(PARTLY, "The answer meets the rubric in part.");
    }
    return luck.dressed(
        MAPPER
            .createObjectNode()
            .put("score", Math.round(opinion.score() * 100) / 100.0)
            .put("feedback", opinion.reason())
            .toString());
  }

  private static Opinion opinion(String rubric, JsonNode request) {
    String answer = request.path("answer").asText("");
    if (answer.isBlank()) {
      return new Opinion(0, "There is no answer.");
    }
    Opinion content = content(answer, words(request.path("reference").asText("")));
    boolean wordy = SHORT.matcher(rubric).find() && words(answer).size() > LONG_ANSWER;
    return wordy
        ? new Opinion(
            Math.max(0, content.score() - WORDY),
            content.reason() + " It is longer than the rubric wants it.")
        : content;
  }

  /** Right at its end, right somewhere, or as right as it shares words with the reference. */
  private static Opinion content(String answer, List<String> reference) {
    String last = answer.strip().lines().reduce("", (one, next) -> next);
    if (words(last.replaceFirst("^Answer:", "")).equals(reference)) {
      return new Opinion(1, "The answer agrees with the reference.");
    }
    List<String> said = words(answer);
    if (!reference.isEmpty() && Collections.indexOfSubList(said, reference) >= 0) {
      return new Opinion(
          PARTLY, "The answer mentions what the reference says, but does not settle on it.");
    }
    long shared = reference.stream().filter(said::contains).count();
    return new Opinion(
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
