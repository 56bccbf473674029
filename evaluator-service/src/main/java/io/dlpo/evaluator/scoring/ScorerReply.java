package io.dlpo.evaluator.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.evaluator.text.Texts;
import java.util.Locale;

/** The reply of a judge or a webhook. */
public sealed interface ScorerReply {

  /** Maximum length of the feedback; more than a critique needs. */
  int MAX_FEEDBACK = 2_000;

  /**
   * A valid reply.
   *
   * @param score the score with the scorer's feedback
   */
  record Scored(Score score) implements ScorerReply {}

  /**
   * Any other reply.
   *
   * @param problem what is wrong with the reply, as the end of a sentence. It is part of the
   *     judge's second request, so its text must not change: the request is a key of the ledger
   */
  record Unreadable(String problem) implements ScorerReply {}

  /**
   * Reads a reply: a JSON object with a number {@code score} and a text {@code feedback}.
   *
   * @param role the role of the scorer in the feedback
   */
  static ScorerReply of(String role, String reply) {
    JsonNode json;
    try {
      json = JsonAnswer.in(reply);
    } catch (JsonProcessingException e) {
      return new Unreadable("it is no JSON object, " + JsonAnswer.problem(e));
    }
    JsonNode score = json.path("score");
    if (!score.isNumber() || !(score.doubleValue() >= 0 && score.doubleValue() <= 1)) {
      return new Unreadable("score is " + shown(score) + "; allowed is a number from 0 to 1");
    }
    JsonNode feedback = json.path("feedback");
    if (!feedback.isTextual()) {
      return new Unreadable("feedback is " + shown(feedback) + "; allowed is a text");
    }
    return new Scored(score(role, score.doubleValue(), feedback.textValue()));
  }

  private static Score score(String role, double value, String feedback) {
    return new Score(
        value,
        String.format(
            Locale.ROOT,
            "The %s gives %.2f of 1: %s",
            role,
            value,
            Texts.cut(feedback.strip(), MAX_FEEDBACK)));
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "missing" : Texts.cut(value.toString(), 100);
  }
}
