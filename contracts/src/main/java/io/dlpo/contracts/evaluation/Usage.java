package io.dlpo.contracts.evaluation;

/**
 * Calls and tokens, added up.
 *
 * @param paid calls that went to the endpoint
 * @param ledger calls that the ledger answered
 * @param inputTokens tokens of the paid calls' requests
 * @param outputTokens tokens of the paid calls' replies
 */
public record Usage(int paid, int ledger, long inputTokens, long outputTokens) {

  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage {
    if (paid < 0 || ledger < 0 || inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException(
          "Usage has a negative figure: paid %d, ledger %d, inputTokens %d, outputTokens %d"
              .formatted(paid, ledger, inputTokens, outputTokens));
    }
  }

  /** The usage of one call that got a reply. */
  public static Usage of(ModelCall call) {
    return call.paid()
        ? new Usage(1, 0, call.inputTokens(), call.outputTokens())
        : new Usage(0, 1, 0, 0);
  }

  /** The sum of both. */
  public Usage plus(Usage other) {
    return new Usage(
        paid + other.paid,
        ledger + other.ledger,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens);
  }
}
