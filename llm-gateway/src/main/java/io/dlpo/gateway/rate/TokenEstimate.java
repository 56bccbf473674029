package io.dlpo.gateway.rate;

import io.dlpo.gateway.ModelRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a call may take in tokens, before it is known. Rather too much: it is settled after it. */
final class TokenEstimate {

  /** English text has about 4 bytes a token, code and digits fewer. */
  private static final int BYTES_PER_TOKEN = 3;

  /** What the form of a chat adds to its words. */
  private static final int FORM = 12;

  /** Length of a reply that nobody limits. */
  private static final int REPLY = 256;

  private TokenEstimate() {}

  static long of(ModelRequest request) {
    @Nullable Integer limit = request.engine().maxTokens();
    return FORM
        + (bytes(request.system()) + bytes(request.user())) / BYTES_PER_TOKEN
        + (limit == null ? REPLY : limit);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
