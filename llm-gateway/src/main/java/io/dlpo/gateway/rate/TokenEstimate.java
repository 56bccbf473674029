package io.dlpo.gateway.rate;

import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the tokens of a call: before it is made, and afterwards if the endpoint does not count
 * them. Rather too high, since limits and budgets depend on it.
 */
public final class TokenEstimate {

  /** English text has about 4 bytes per token, code and digits have fewer. */
  private static final int BYTES_PER_TOKEN = 3;

  /** What the chat format adds to the text. */
  private static final int FORM = 12;

  /** Assumed length of a reply without a limit. */
  private static final int REPLY = 256;

  private TokenEstimate() {}

  /** The tokens of a call that is not made yet. */
  static long of(ModelRequest request) {
    @Nullable Integer limit = request.engine().maxTokens();
    return input(request) + (limit == null ? REPLY : limit);
  }

  /** The tokens of a request. */
  public static long input(ModelRequest request) {
    return FORM
        + request.messages().stream().mapToLong(message -> bytes(message.content())).sum()
            / BYTES_PER_TOKEN;
  }

  /**
   * The tokens of a reply with its thought, 1 or more. One that was cut off has all it may have.
   */
  public static long output(ModelRequest request, String reply, FinishReason finish) {
    @Nullable Integer limit = request.engine().maxTokens();
    return finish == FinishReason.LENGTH && limit != null
        ? limit
        : Math.max(1, Math.ceilDiv(bytes(reply), BYTES_PER_TOKEN));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
