package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.gateway.ledger.LedgerEntry;

/** How a call ended, before it is known who asks. */
public sealed interface CallOutcome {

  /** With a reply, to be remembered. */
  record Answered(LedgerEntry entry) implements CallOutcome {}

  /** Without one. */
  record Failed(CallFailure failure) implements CallOutcome {}

  /** It was not made: nobody waits any more for the evaluation that it was for. */
  record Abandoned() implements CallOutcome {}
}
