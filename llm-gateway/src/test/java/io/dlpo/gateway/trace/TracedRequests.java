package io.dlpo.gateway.trace;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.ledger.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request, its endpoint, and replies to it. */
final class TracedRequests {

  static final EndpointAccess ENDPOINT =
      new EndpointAccess(null, "https://models.test/v1", "a-secret-key");

  private TracedRequests() {}

  static ModelRequest of(String model) {
    return new ModelRequest(
        Engine.greedy(model),
        "You know \"secrets\".",
        "What is the secret?",
        "scope",
        0,
        "worker",
        new EvaluationId("e-1"),
        CallPurpose.CRITIQUE);
  }

  static ReceivedReply reply(@Nullable String model) {
    return new ReceivedReply(
        new LedgerEntry("worker", "The secret is 8.", FinishReason.LENGTH, 11, 7, 20),
        model,
        "chatcmpl-1");
  }

  /** A reply whose tokens the endpoint does not count. */
  static ReceivedReply estimated() {
    return new ReceivedReply(
        new LedgerEntry("worker", "8", FinishReason.STOP, 11, 7, 20, true, List.of()), null, null);
  }
}
