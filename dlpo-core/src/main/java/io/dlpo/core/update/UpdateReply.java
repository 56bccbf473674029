package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.Objects;

/** What came of an update request. */
public sealed interface UpdateReply {

  /** What the call took. */
  ModelCall call();

  /**
   * The model replied.
   *
   * @param kind what it was asked for
   * @param text its words
   * @param cutOff whether the reply ends at its length limit
   * @param call what it took
   */
  record Answered(UpdateRequest.Kind kind, String text, boolean cutOff, ModelCall call)
      implements UpdateReply {

    public Answered {
      Objects.requireNonNull(kind, "UpdateReply.kind is missing");
      Objects.requireNonNull(text, "UpdateReply.text is missing");
      Objects.requireNonNull(call, "UpdateReply.call is missing");
    }
  }

  /** The call failed: the run pauses. */
  record Failed(CallFailure failure) implements UpdateReply {

    public Failed {
      Objects.requireNonNull(failure, "UpdateReply.failure is missing");
    }

    @Override
    public ModelCall call() {
      return ModelCall.NONE;
    }
  }
}
