package io.dlpo.gateway.call;

import io.dlpo.gateway.ledger.LedgerEntry;
import io.dlpo.gateway.parameter.Adaptation;
import java.time.Duration;

/** The result of one attempt. */
sealed interface Attempt {

  /** No attempt was made, because no reply is needed or the ledger has it. */
  record Unneeded(CallOutcome outcome) implements Attempt {}

  /** The endpoint replied. */
  record Replied(LedgerEntry entry) implements Attempt {}

  /**
   * The attempt failed.
   *
   * @param fault the reason
   * @param sent how the request was adapted to the model
   * @param took time since the request was sent
   * @param keyReplaced whether the endpoint refused a key in whose place there is another by now
   */
  record Faulty(EndpointFault fault, Adaptation sent, Duration took, boolean keyReplaced)
      implements Attempt {}
}
