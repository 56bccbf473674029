package io.dlpo.forward.answer;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.prompt.ForwardMessages;
import io.dlpo.gateway.ModelRequest;

/**
 * The request to the forward model: the filled prompt, the answer format and the example's input.
 */
final class ForwardRequest {

  private static final int FIRST_ATTEMPT = 0;

  private ForwardRequest() {}

  /** The request for an example; the reference is not part of it. */
  static ModelRequest of(ExampleRequested task) {
    Evaluation evaluation = task.evaluation();
    return new ModelRequest(
        evaluation.engines().forward(),
        ForwardMessages.of(evaluation.prompt(), evaluation.metric().answerFormat(), task.example()),
        evaluation.sampleScope(),
        FIRST_ATTEMPT,
        task.identity(),
        evaluation.id(),
        CallPurpose.of(evaluation.purpose()));
  }
}
