package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.ledger.LedgerEntry;

/** The outcome of a call, shared by all callers. */
public sealed interface CallOutcome {

  /** The endpoint or the ledger gave a reply. */
  record Answered(LedgerEntry entry) implements CallOutcome {}

  /**
   * The call failed.
   *
   * @param failure the reason
   * @param wasted tokens of attempts that were paid and gave no usable reply
   */
  record Failed(CallFailure failure, Tokens wasted) implements CallOutcome {}

  /** The call was not made because its evaluation is abandoned. */
  record Abandoned() implements CallOutcome {}
}
