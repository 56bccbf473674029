package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request to the backward model.
 *
 * @param kind what it was asked for: CONTRAST, UPDATE or REGULARIZATION
 * @param request SHA-256 of what it was asked, in hex
 * @param text the reply; null if the call failed, or if the reply has more than {@value #MAX_TEXT}
 *     characters: then it is not carried
 * @param cutOff whether the reply ends at its length limit
 * @param failure why the call failed; null if it did not
 * @param call what it took
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
          "RecordedReply has text and failure both set; allowed is at most one");
    }
  }
}
