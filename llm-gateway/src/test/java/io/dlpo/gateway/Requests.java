package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.EvaluationId;
import java.util.UUID;

/** Requests for tests, each one unique unless a test says otherwise. */
final class Requests {

  private static final EvaluationId EVALUATION = new EvaluationId("awaited");

  private Requests() {}

  static ModelRequest fresh() {
    return of(Engine.greedy("gpt-x"), "question " + UUID.randomUUID(), "worker-1");
  }

  static ModelRequest of(String model) {
    return of(Engine.greedy(model), "question " + UUID.randomUUID(), "worker-1");
  }

  static ModelRequest of(Engine engine, String user, String requester) {
    return new ModelRequest(
        engine,
        "Answer {it} in \\boxed{}.",
        user,
        "scope-1",
        0,
        requester,
        EVALUATION,
        CallPurpose.BATCH);
  }

  static ModelRequest by(ModelRequest request, String requester) {
    return copy(request, requester, request.evaluation());
  }

  static ModelRequest of(ModelRequest request, EvaluationId evaluation) {
    return copy(request, request.requester(), evaluation);
  }

  private static ModelRequest copy(
      ModelRequest request, String requester, EvaluationId evaluation) {
    return new ModelRequest(
        request.engine(),
        request.messages(),
        request.sampleScope(),
        request.attempt(),
        requester,
        evaluation,
        request.purpose());
  }
}
