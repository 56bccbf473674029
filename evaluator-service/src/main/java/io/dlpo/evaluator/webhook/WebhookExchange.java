package io.dlpo.evaluator.webhook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.evaluator.scoring.Verdict;
import io.dlpo.evaluator.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/**
 * What a webhook is sent, and what its reply means. Pure.
 *
 * @param target where it is
 */
record WebhookExchange(URI target) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_WORDS = 200;

  /** What is sent. */
  static String body(Example example, String output) {
    return MAPPER
        .createObjectNode()
        .put("input", example.input())
        .put("output", output)
        .put("reference", example.reference())
        .toString();
  }

  /** What a reply means. */
  WebhookReply read(int status, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return status >= 200 && status < 300 ? verdict(text) : byStatus(status, text);
  }

  private WebhookReply verdict(String text) {
    return switch (Verdict.of("webhook", text)) {
      case Verdict.Read read -> new WebhookReply.Scored(read.score());
      case Verdict.Unreadable unreadable ->
          failed(FailureKind.UNREADABLE, "its reply is no verdict: " + unreadable.problem(), false);
    };
  }

  private WebhookReply byStatus(int status, String text) {
    String said =
        status
            + (text.isBlank()
                ? ""
                : ": " + Texts.cut(text.strip(), MAX_WORDS).replaceAll("\\s+", " "));
    return switch (status) {
      case 401, 403 -> failed(FailureKind.UNAUTHORIZED, said, false);
      case 408 -> failed(FailureKind.TIMEOUT, said, true);
      case 409, 425 -> failed(FailureKind.REFUSED, said, true);
      case 429 -> failed(FailureKind.RATE_LIMITED, said, true);
      default ->
          status >= 500
              ? failed(FailureKind.SERVER_ERROR, said, true)
              : failed(FailureKind.REFUSED, said, false);
    };
  }

  /** What it means that no reply came. */
  WebhookReply read(Exception fault) {
    return switch (fault) {
      case TimeoutException timeout -> failed(FailureKind.TIMEOUT, "no reply in time", true);
      case BoundedBody.TooLongException tooLong ->
          failed(FailureKind.UNREADABLE, tooLong.getMessage(), false);
      case IOException io -> failed(FailureKind.UNREACHABLE, "cannot be reached", true);
      default -> failed(FailureKind.UNREACHABLE, "cannot be called: " + fault, false);
    };
  }

  /** What it means that it may not be called. */
  WebhookReply refused(String why) {
    return failed(FailureKind.REFUSED, why, false);
  }

  /** A query may hold what is nobody's business, so it is not shown. */
  private WebhookReply failed(FailureKind kind, String words, boolean retriable) {
    String place = target.getScheme() + "://" + target.getRawAuthority() + target.getRawPath();
    return new WebhookReply.Failed(
        new CallFailure(kind, "the webhook " + place + ": " + words), retriable);
  }
}
