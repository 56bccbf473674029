package io.dlpo.evaluator.webhook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.evaluator.scoring.ScorerReply;
import io.dlpo.evaluator.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/**
 * The requests to a webhook and the meaning of its replies. Pure.
 *
 * @param target the URL of the webhook
 */
record WebhookExchange(URI target) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_QUOTE = 200;

  /** The body of a request. The values of the prompt's variables are there under their names. */
  static String body(Example example, String output) {
    ObjectNode body =
        MAPPER
            .createObjectNode()
            .put("input", example.input().isEmpty() ? example.question() : example.input())
            .put("output", output)
            .put("reference", example.reference());
    if (example.fields() != null) {
      body.set("fields", MAPPER.valueToTree(example.fields()));
    }
    return body.toString();
  }

  /** The result of a reply. */
  WebhookReply read(int status, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return status >= 200 && status < 300 ? scored(text) : byStatus(status, text);
  }

  private WebhookReply scored(String text) {
    return switch (ScorerReply.of("webhook", text)) {
      case ScorerReply.Scored scored -> new WebhookReply.Scored(scored.score());
      case ScorerReply.Unreadable unreadable ->
          failed(FailureKind.UNREADABLE, "invalid reply: " + unreadable.problem(), false);
    };
  }

  private WebhookReply byStatus(int status, String text) {
    String response =
        status
            + (text.isBlank()
                ? ""
                : ": " + Texts.cut(text.strip(), MAX_QUOTE).replaceAll("\\s+", " "));
    return switch (status) {
      case 401, 403 -> failed(FailureKind.UNAUTHORIZED, response, false);
      case 408 -> failed(FailureKind.TIMEOUT, response, true);
      case 409, 425 -> failed(FailureKind.SERVER_ERROR, response, true);
      case 429 -> failed(FailureKind.RATE_LIMITED, response, true);
      default ->
          status >= 500
              ? failed(FailureKind.SERVER_ERROR, response, true)
              : failed(FailureKind.REFUSED, response, false);
    };
  }

  /** The result of an attempt without a reply. */
  WebhookReply read(Exception fault) {
    return switch (fault) {
      case TimeoutException timeout -> failed(FailureKind.TIMEOUT, "no reply in time", true);
      case BoundedBody.TooLongException tooLong ->
          failed(FailureKind.UNREADABLE, tooLong.getMessage(), false);
      case IOException io -> failed(FailureKind.UNREACHABLE, "unreachable", true);
      default -> failed(FailureKind.UNREACHABLE, "cannot be called: " + fault, false);
    };
  }

  /** The result if the webhook must not be called. */
  WebhookReply refused(String why) {
    return failed(FailureKind.REFUSED, why, false);
  }

  /** The query is not shown, since it may contain secrets. */
  private WebhookReply failed(FailureKind kind, String problem, boolean retriable) {
    String place = target.getScheme() + "://" + target.getRawAuthority() + target.getRawPath();
    return new WebhookReply.Failed(
        new CallFailure(kind, "the webhook " + place + ": " + problem), retriable);
  }
}
