package io.dlpo.contracts.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and latency of one model call.
 *
 * @param paid whether this request went to the endpoint; false if the ledger had the reply from
 *     another request. A repeated request that was paid before is reported as paid again
 * @param inputTokens tokens of the request, as counted by the endpoint; those of paid attempts
 *     without a usable reply are included
 * @param outputTokens tokens of the reply, as counted by the endpoint; those of paid attempts
 *     without a usable reply are included
 * @param latencyMillis latency in milliseconds, retries included; 0 if not paid
 * @param estimated true if the endpoint did not count the tokens, so that they are estimated; null
 *     otherwise
 */
public record ModelCall(
    boolean paid,
    long inputTokens,
    long outputTokens,
    long latencyMillis,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean estimated) {

  /** A request without a reply. */
  public static final ModelCall NONE = new ModelCall(false, 0, 0, 0);

  public ModelCall {
    estimated = Boolean.TRUE.equals(estimated) ? true : null;
    if (inputTokens < 0 || outputTokens < 0 || latencyMillis < 0) {
      throw new IllegalArgumentException(
          "ModelCall must not have negative values: inputTokens %d, outputTokens %d, latencyMillis %d"
              .formatted(inputTokens, outputTokens, latencyMillis));
    }
  }

  /** A call whose tokens the endpoint counted. */
  public ModelCall(boolean paid, long inputTokens, long outputTokens, long latencyMillis) {
    this(paid, inputTokens, outputTokens, latencyMillis, null);
  }
}
