package io.dlpo.optimizer.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headers that say whether a request can be read.
 *
 * @param encoding the header {@code Content-Encoding}; null if there is none
 * @param length the header {@code Content-Length}; null if there is none
 */
record RequestForm(@Nullable String encoding, @Nullable String length) {

  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;

  /** More digits are more bytes than any limit. */
  private static final int MAX_DIGITS = 18;

  static RequestForm of(HttpServerRequest request) {
    return new RequestForm(
        request.getHeader("Content-Encoding"), request.getHeader("Content-Length"));
  }

  /**
   * Returns the response to a request that cannot be read, or empty if it can.
   *
   * @param maxBytes the maximum size of a body
   */
  Optional<ProblemResponse> refusal(long maxBytes) {
    if (encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
      return Optional.of(
          new ProblemResponse(
              ProblemBody.of(
                  UNSUPPORTED,
                  "the header Content-Encoding is '%s'; send the body without an encoding"
                      .formatted(encoding)),
              Map.of("Accept-Encoding", "identity")));
    }
    if (length != null && isLongerThan(maxBytes)) {
      return Optional.of(
          new ProblemResponse(
              ProblemBody.of(
                  TOO_LARGE,
                  "the body has %s bytes; the maximum is %d".formatted(length, maxBytes)),
              Map.of(ProblemResponse.CONNECTION, "close")));
    }
    return Optional.empty();
  }

  private boolean isLongerThan(long maxBytes) {
    return length != null
        && length.matches("[0-9]+")
        && (length.length() > MAX_DIGITS || Long.parseLong(length) > maxBytes);
  }
}
