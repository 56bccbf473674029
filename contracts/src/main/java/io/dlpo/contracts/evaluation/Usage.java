package io.dlpo.contracts.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param estimated number of calls, paid and cached, whose tokens are estimated because the
 *     endpoint did not count them; null if there are none
 */
public record Usage(
    int paid,
    int ledger,
    long inputTokens,
    long outputTokens,
    @Nullable Tokens ledgerTokens,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer estimated) {

  public static final Usage NONE = new Usage(0, 0, 0, 0);

  /** Usage without the tokens of cached calls. */
  public Usage(int paid, int ledger, long inputTokens, long outputTokens) {
    this(paid, ledger, inputTokens, outputTokens, null);
  }

  /** Usage whose tokens the endpoint counted. */
  public Usage(
      int paid, int ledger, long inputTokens, long outputTokens, @Nullable Tokens ledgerTokens) {
    this(paid, ledger, inputTokens, outputTokens, ledgerTokens, null);
  }

  public Usage {
    estimated = estimated == null || estimated == 0 ? null : estimated;
    ledgerTokens = Tokens.NONE.equals(ledgerTokens) ? null : ledgerTokens;
    if (estimated != null && estimated < 0) {
      throw new IllegalArgumentException("Usage.estimated is " + estimated + "; must be 0 or more");
    }
    if (paid < 0 || ledger < 0 || inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException(
          "Usage must not have negative values: paid %d, ledger %d, inputTokens %d, outputTokens %d"
              .formatted(paid, ledger, inputTokens, outputTokens));
    }
  }

  /** The usage of one call that got a reply. */
  public static Usage of(ModelCall call) {
    Integer estimated = call.estimated() == null ? null : 1;
    return call.paid()
        ? new Usage(1, 0, call.inputTokens(), call.outputTokens(), null, estimated)
        : new Usage(0, 1, 0, 0, new Tokens(call.inputTokens(), call.outputTokens()), estimated);
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
    return new Usage(0, calls(), 0, 0, tokens(), estimated);
  }

  /** The sum of both. */
  public Usage plus(Usage other) {
    return new Usage(
        paid + other.paid,
        ledger + other.ledger,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        sum(ledgerTokens, other.ledgerTokens),
        estimatedCalls() + other.estimatedCalls());
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
        new Tokens(known.input() - taken.input(), known.output() - taken.output()),
        estimatedCalls() - part.estimatedCalls());
  }

  /** The number of calls whose tokens are estimated. */
  private int estimatedCalls() {
    return estimated == null ? 0 : estimated;
  }

  private static @Nullable Tokens sum(@Nullable Tokens one, @Nullable Tokens other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.plus(other);
  }
}
