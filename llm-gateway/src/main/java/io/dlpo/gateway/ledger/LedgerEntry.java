package io.dlpo.gateway.ledger;

import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.reply.Thought;
import java.nio.charset.StandardCharsets;

/**
 * A paid reply.
 *
 * @param requester identity of the caller that paid
 * @param reply all that the model wrote, its thought included; an unpaired surrogate, which UTF-8
 *     cannot encode, becomes '?'
 * @param finish why the reply ended
 * @param inputTokens as the endpoint counted them
 * @param outputTokens as the endpoint counted them
 * @param latencyMillis latency of the endpoint
 */
public record LedgerEntry(
    String requester,
    String reply,
    FinishReason finish,
    long inputTokens,
    long outputTokens,
    long latencyMillis) {

  public LedgerEntry {
    // The caller that paid must see the same text that others read back.
    reply = new String(reply.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** The model's answer, without its thought. */
  public String answer() {
    return Thought.in(reply).answer();
  }

  /**
   * The usage of a request: paid for the caller that paid, also when it repeats the request; unpaid
   * for all others.
   */
  public ModelCall callOf(ModelRequest request) {
    boolean paid = requester.equals(request.requester());
    return new ModelCall(paid, inputTokens, outputTokens, paid ? latencyMillis : 0);
  }
}
