package io.dlpo.gateway.ledger;

import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.reply.Thought;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A paid reply.
 *
 * @param requester identity of the caller that paid
 * @param reply all that the model wrote, its thought included; an unpaired surrogate, which UTF-8
 *     cannot encode, becomes '?'
 * @param finish why the reply ended
 * @param inputTokens as the endpoint counted them, with those of earlier attempts of the call that
 *     were paid in vain
 * @param outputTokens likewise
 * @param latencyMillis latency of the endpoint
 * @param estimated whether the endpoint did not count the tokens, so that they are estimated
 * @param notes what a run should know about the model; stored, so that a repeated request gives the
 *     same event
 */
public record LedgerEntry(
    String requester,
    String reply,
    FinishReason finish,
    long inputTokens,
    long outputTokens,
    long latencyMillis,
    boolean estimated,
    List<String> notes) {

  /** A reply whose tokens the endpoint counted, and about whose model there is nothing to say. */
  public LedgerEntry(
      String requester,
      String reply,
      FinishReason finish,
      long inputTokens,
      long outputTokens,
      long latencyMillis) {
    this(requester, reply, finish, inputTokens, outputTokens, latencyMillis, false, List.of());
  }

  public LedgerEntry {
    notes = List.copyOf(notes);
    // The caller that paid must see the same text that others read back.
    reply = new String(reply.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** The same reply with the tokens of earlier attempts of the call. */
  public LedgerEntry plus(Tokens wasted) {
    return new LedgerEntry(
        requester,
        reply,
        finish,
        inputTokens + wasted.input(),
        outputTokens + wasted.output(),
        latencyMillis,
        estimated,
        notes);
  }

  /** The model's thought and its answer. */
  public Thought parts() {
    return Thought.in(reply);
  }

  /**
   * The usage of a request: paid for the caller that paid, also when it repeats the request; unpaid
   * for all others.
   */
  public ModelCall callOf(ModelRequest request) {
    boolean paid = requester.equals(request.requester());
    return new ModelCall(
        paid, inputTokens, outputTokens, paid ? latencyMillis : 0, estimated ? true : null);
  }
}
