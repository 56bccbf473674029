package io.dlpo.evaluator.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.evaluator.text.Texts;
import java.util.Locale;

/** What the reply of a model or a service that was asked to score an answer says. */
public sealed interface Verdict {

  /** Longest feedback; more than a critique needs. */
  int MAX_FEEDBACK = 2_000;

  /**
   * A verdict as it was asked for.
   *
   * @param score with the scorer's own words as feedback
   */
  record Read(Score score) implements Verdict {}

  /**
   * Anything else.
   *
   * @param problem what is wrong with the reply, as the end of a sentence
   */
  record Unreadable(String problem) implements Verdict {}

  /**
   * Reads a reply: one JSON object with a number {@code score} and a text {@code feedback}.
   *
   * @param who the one that replied, as the feedback is to call it
   */
  static Verdict of(String who, String reply) {
    JsonNode verdict;
    try {
      verdict = JsonAnswer.in(reply);
    } catch (JsonProcessingException e) {
      return new Unreadable("it is no JSON object, " + JsonAnswer.problem(e));
    }
    JsonNode score = verdict.path("score");
    if (!score.isNumber() || !(score.doubleValue() >= 0 && score.doubleValue() <= 1)) {
      return new Unreadable("score is " + shown(score) + "; allowed is a number from 0 to 1");
    }
    JsonNode feedback = verdict.path("feedback");
    if (!feedback.isTextual()) {
      return new Unreadable("feedback is " + shown(feedback) + "; allowed is a text");
    }
    return new Read(score(who, score.doubleValue(), feedback.textValue()));
  }

  private static Score score(String who, double value, String feedback) {
    return new Score(
        value,
        String.format(
            Locale.ROOT,
            "The %s gives %.2f of 1: %s",
            who,
            value,
            Texts.cut(feedback.strip(), MAX_FEEDBACK)));
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : Texts.cut(value.toString(), 100);
  }
}
