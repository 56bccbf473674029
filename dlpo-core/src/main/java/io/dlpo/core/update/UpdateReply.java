package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.List;
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
   * @param notes what the run should know about the model, such as a parameter that it does not
   *     take; not part of the log
   */
  record Answered(CallPurpose kind, String text, boolean cutOff, ModelCall call, List<String> notes)
      implements UpdateReply {

    public Answered {
      Objects.requireNonNull(kind, "UpdateReply.kind is missing");
      Objects.requireNonNull(text, "UpdateReply.text is missing");
      Objects.requireNonNull(call, "UpdateReply.call is missing");
      notes = List.copyOf(notes);
    }

    /** A reply without notes. */
    public Answered(CallPurpose kind, String text, boolean cutOff, ModelCall call) {
      this(kind, text, cutOff, call, List.of());
    }
  }

  /**
   * The call failed, and the run pauses.
   *
   * @param kind kind of the request
   * @param failure why it failed
   * @param call usage of attempts that were paid in vain; {@link ModelCall#NONE} if there were none
   */
  record Failed(CallPurpose kind, CallFailure failure, ModelCall call) implements UpdateReply {

    public Failed {
      Objects.requireNonNull(kind, "UpdateReply.kind is missing");
      Objects.requireNonNull(failure, "UpdateReply.failure is missing");
      Objects.requireNonNull(call, "UpdateReply.call is missing");
    }

    /** An update that failed and was not paid. */
    public Failed(CallFailure failure) {
      this(CallPurpose.UPDATE, failure, ModelCall.NONE);
    }
  }
}
