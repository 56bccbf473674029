package io.dlpo.contracts.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of calls and tokens.
 *
 * @param paid calls that went to the endpoint
 * @param ledger cached calls, answered by the ledger
 * @param inputTokens tokens of the requests of paid calls
 * @param outputTokens tokens of the replies of paid calls
 * @param ledgerTokens tokens of cached calls; null if there are none, and in events of older
 *     versions
 */
public record Usage(
    int paid, int ledger, long inputTokens, long outputTokens, @Nullable Tokens ledgerTokens) {

  public static final Usage NONE = new Usage(0, 0, 0, 0);

  /** Usage without the tokens of cached calls. */
  public Usage(int paid, int ledger, long inputTokens, long outputTokens) {
    this(paid, ledger, inputTokens, outputTokens, null);
  }

  public Usage {
    ledgerTokens = Tokens.NONE.equals(ledgerTokens) ? null : ledgerTokens;
    if (paid < 0 || ledger < 0 || inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException(
          "Usage must not have negative values: paid %d, ledger %d, inputTokens %d, outputTokens %d"
              .formatted(paid, ledger, inputTokens, outputTokens));
    }
  }

  /** The usage of one call that got a reply. */
  public static Usage of(ModelCall call) {
    return call.paid()
        ? new Usage(1, 0, call.inputTokens(), call.outputTokens())
        : new Usage(0, 1, 0, 0, new Tokens(call.inputTokens(), call.outputTokens()));
  }

  /** The number of all calls, paid and cached. */
  public int calls() {
    return paid + ledger;
  }

  /** The tokens of all calls, paid and cached. */
  public Tokens tokens() {
    Tokens ofPaid = new Tokens(inputTokens, outputTokens);
    return ledgerTokens == null ? ofPaid : ofPaid.plus(ledgerTokens);
  }

  /** The same calls, all of them cached. */
  public Usage known() {
    return new Usage(0, calls(), 0, 0, tokens());
  }

  /** The sum of both. */
  public Usage plus(Usage other) {
    return new Usage(
        paid + other.paid,
        ledger + other.ledger,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        sum(ledgerTokens, other.ledgerTokens));
  }

  /**
   * This usage without a part of it.
   *
   * @throws IllegalArgumentException if the other usage is not part of this one
   */
  public Usage minus(Usage part) {
    Tokens known = ledgerTokens == null ? Tokens.NONE : ledgerTokens;
    Tokens taken = part.ledgerTokens == null ? Tokens.NONE : part.ledgerTokens;
    return new Usage(
        paid - part.paid,
        ledger - part.ledger,
        inputTokens - part.inputTokens,
        outputTokens - part.outputTokens,
        new Tokens(known.input() - taken.input(), known.output() - taken.output()));
  }

  private static @Nullable Tokens sum(@Nullable Tokens one, @Nullable Tokens other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.plus(other);
  }
}
