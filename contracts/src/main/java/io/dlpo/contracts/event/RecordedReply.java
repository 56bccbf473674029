package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one request to the backward model.
 *
 * @param kind the kind of request: CONTRAST, UPDATE or REGULARIZATION
 * @param request SHA-256 of the request, in hex
 * @param text the reply; null if the call failed or the reply has more than {@value #MAX_TEXT}
 *     characters
 * @param cutOff whether the reply was cut off at the token limit
 * @param failure why the call failed; null if it succeeded
 * @param call tokens and latency of the call
 */
public record RecordedReply(
    String kind,
    String request,
    @Nullable String text,
    boolean cutOff,
    @Nullable CallFailure failure,
    ModelCall call) {

  public static final int MAX_TEXT = 60_000;

  public RecordedReply {
    Objects.requireNonNull(kind, "RecordedReply.kind is missing");
    Objects.requireNonNull(request, "RecordedReply.request is missing");
    Objects.requireNonNull(call, "RecordedReply.call is missing");
    text = text == null || text.length() > MAX_TEXT ? null : text;
    if (text != null && failure != null) {
      throw new IllegalArgumentException(
          "RecordedReply has text and failure both set; at most one may be set");
    }
  }
}
