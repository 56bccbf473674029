package io.dlpo.gateway.ledger;

import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelRequest;
import java.nio.charset.StandardCharsets;

/**
 * A reply that was paid for.
 *
 * @param requester the work that paid
 * @param reply the model's words; half a surrogate pair, which no byte can stand for, becomes '?'
 * @param finish why it ended
 * @param inputTokens as the endpoint counted them
 * @param outputTokens as the endpoint counted them
 * @param latencyMillis time the endpoint took
 */
public record LedgerEntry(
    String requester,
    String reply,
    FinishReason finish,
    long inputTokens,
    long outputTokens,
    long latencyMillis) {

  public LedgerEntry {
    // The one that paid must see what all others will read back.
    reply = new String(reply.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /**
   * What the call took for a request: the one that paid is told so again, any other pays nothing.
   */
  public ModelCall callOf(ModelRequest request) {
    boolean paid = requester.equals(request.requester());
    return new ModelCall(paid, inputTokens, outputTokens, paid ? latencyMillis : 0);
  }
}
