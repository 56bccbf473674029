package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.Objects;

/** The result of an update request. */
public sealed interface UpdateReply {

  /** Returns the usage of the call. */
  ModelCall call();

  /**
   * The model replied.
   *
   * @param kind kind of the request
   * @param text text of the reply
   * @param cutOff whether the reply was cut off at its length limit
   * @param call usage of the call
   */
  record Answered(CallPurpose kind, String text, boolean cutOff, ModelCall call)
      implements UpdateReply {

    public Answered {
      Objects.requireNonNull(kind, "UpdateReply.kind is missing");
      Objects.requireNonNull(text, "UpdateReply.text is missing");
      Objects.requireNonNull(call, "UpdateReply.call is missing");
    }
  }

  /** The call failed, and the run pauses. */
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
