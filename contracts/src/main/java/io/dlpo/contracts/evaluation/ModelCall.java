package io.dlpo.contracts.evaluation;

/**
 * What one model call took.
 *
 * @param paid whether this request was the one that went to the endpoint; false if the ledger knew
 *     the reply from another request. A repeated request that paid before says so again.
 * @param inputTokens tokens of the request, as the endpoint counted them
 * @param outputTokens tokens of the reply
 * @param latencyMillis time the endpoint took, retries included; 0 if not paid
 */
public record ModelCall(boolean paid, long inputTokens, long outputTokens, long latencyMillis) {

  /** Of a request that got no reply. */
  public static final ModelCall NONE = new ModelCall(false, 0, 0, 0);

  public ModelCall {
    if (inputTokens < 0 || outputTokens < 0 || latencyMillis < 0) {
      throw new IllegalArgumentException(
          "ModelCall has a negative figure: inputTokens %d, outputTokens %d, latencyMillis %d"
              .formatted(inputTokens, outputTokens, latencyMillis));
    }
  }
}
