package io.dlpo.contracts.evaluation;

/**
 * Tokens and latency of one model call.
 *
 * @param paid whether this request went to the endpoint; false if the ledger had the reply from
 *     another request. A repeated request that was paid before is reported as paid again
 * @param inputTokens tokens of the request, as counted by the endpoint
 * @param outputTokens tokens of the reply, as counted by the endpoint
 * @param latencyMillis latency in milliseconds, retries included; 0 if not paid
 */
public record ModelCall(boolean paid, long inputTokens, long outputTokens, long latencyMillis) {

  /** A request without a reply. */
  public static final ModelCall NONE = new ModelCall(false, 0, 0, 0);

  public ModelCall {
    if (inputTokens < 0 || outputTokens < 0 || latencyMillis < 0) {
      throw new IllegalArgumentException(
          "ModelCall must not have negative values: inputTokens %d, outputTokens %d, latencyMillis %d"
              .formatted(inputTokens, outputTokens, latencyMillis));
    }
  }
}
