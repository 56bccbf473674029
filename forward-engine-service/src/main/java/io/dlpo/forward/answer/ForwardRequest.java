package io.dlpo.forward.answer;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.gateway.ModelRequest;

/** The request to the forward model: prompt, answer format and the example's input. */
final class ForwardRequest {

  private static final int FIRST_ATTEMPT = 0;

  private ForwardRequest() {}

  /** The request for an example; the reference is not part of it. */
  static ModelRequest of(ExampleRequested task) {
    Evaluation evaluation = task.evaluation();
    return new ModelRequest(
        evaluation.engines().forward(),
        system(evaluation),
        task.example().input(),
        evaluation.sampleScope(),
        FIRST_ATTEMPT,
        task.identity(),
        evaluation.id(),
        CallPurpose.of(evaluation.purpose()));
  }

  private static String system(Evaluation evaluation) {
    String format = evaluation.metric().answerFormat();
    return format.isEmpty() ? evaluation.prompt() : evaluation.prompt() + "\n\n" + format;
  }
}
