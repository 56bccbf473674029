package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.EvaluationId;
import java.util.Objects;

/**
 * What a model is asked.
 *
 * @param engine the model and its sampling parameters
 * @param system the system message
 * @param user the user message
 * @param sampleScope within which sampled replies may be shared; of no account at temperature 0
 * @param attempt 0; a further sample of the same request has a number of its own
 * @param requester identity of the work that asks: it is told that it paid, also when it asks again
 * @param evaluation that the call is made for: it is not made once nobody waits for that
 * @param purpose for the metrics alone; the ledger does not look at it
 */
public record ModelRequest(
    Engine engine,
    String system,
    String user,
    String sampleScope,
    int attempt,
    String requester,
    EvaluationId evaluation,
    RequestPurpose purpose) {

  public ModelRequest {
    Objects.requireNonNull(engine, "ModelRequest.engine is missing");
    Objects.requireNonNull(system, "ModelRequest.system is missing");
    Objects.requireNonNull(user, "ModelRequest.user is missing");
    Objects.requireNonNull(sampleScope, "ModelRequest.sampleScope is missing");
    Objects.requireNonNull(requester, "ModelRequest.requester is missing");
    Objects.requireNonNull(evaluation, "ModelRequest.evaluation is missing");
    Objects.requireNonNull(purpose, "ModelRequest.purpose is missing");
    if (attempt < 0) {
      throw new IllegalArgumentException(
          "ModelRequest.attempt is " + attempt + "; allowed is 0 or more");
    }
  }

  /** Where the ledger looks: all runs share a deterministic engine's replies. */
  public String ledgerScope() {
    return engine.deterministic() ? "" : sampleScope;
  }
}
