package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.gateway.ledger.LedgerEntry;

/** The outcome of a call, shared by all callers. */
public sealed interface CallOutcome {

  /** The endpoint or the ledger gave a reply. */
  record Answered(LedgerEntry entry) implements CallOutcome {}

  /** The call failed. */
  record Failed(CallFailure failure) implements CallOutcome {}

  /** The call was not made because its evaluation is abandoned. */
  record Abandoned() implements CallOutcome {}
}
