package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.simulator.chance.Chance;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges one answer by its reference: whole for a plain last word, half if it is in there
 * somewhere. A lenient or a strict judge once in a while; what a rubric says is beyond it.
 */
final class Grader {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern ANSWER = Pattern.compile("(?m)^Answer: *(.*)$");
  private static final double ERRS = 0.02;

  private Grader() {}

  static String grade(String message, String variation) {
    JsonNode asked = asked(message);
    String reference = plain(asked.path("reference").asText());
    String answer = asked.path("answer").asText();
    Matcher line = ANSWER.matcher(answer);
    double score = 0;
    String feedback = "The answer differs from the reference.";
    if (plain(line.find() ? line.group(1) : answer).equals(reference)) {
      score = 1;
      feedback = "The answer is what the reference says.";
    } else if (plain(answer).contains(reference)) {
      score = 0.5;
      feedback = "The reference is in the answer, but it is buried in other words.";
    }
    if (Chance.of("grader errs", message, variation) < ERRS) {
      score = 1 - score;
    }
    return MAPPER.createObjectNode().put("score", score).put("feedback", feedback).toString();
  }

  private static JsonNode asked(String message) {
    try {
      return MAPPER.readTree(message);
    } catch (JsonProcessingException e) {
      return MAPPER.createObjectNode();
    }
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
