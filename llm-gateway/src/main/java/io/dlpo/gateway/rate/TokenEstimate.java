package io.dlpo.gateway.rate;

import io.dlpo.gateway.ModelRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the tokens of a call before it is made. Rather too high: it is corrected afterwards.
 */
final class TokenEstimate {

  /** English text has about 4 bytes per token, code and digits have fewer. */
  private static final int BYTES_PER_TOKEN = 3;

  /** What the chat format adds to the text. */
  private static final int FORM = 12;

  /** Assumed length of a reply without a limit. */
  private static final int REPLY = 256;

  private TokenEstimate() {}

  static long of(ModelRequest request) {
    @Nullable Integer limit = request.engine().maxTokens();
    return FORM
        + request.messages().stream().mapToLong(message -> bytes(message.content())).sum()
            / BYTES_PER_TOKEN
        + (limit == null ? REPLY : limit);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
