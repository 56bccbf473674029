package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.List;
import java.util.Objects;

/** The result of a model call. */
public sealed interface ModelReply {

  /**
   * The model replied.
   *
   * @param text the answer, without the model's thought; empty only if {@link FinishReason#LENGTH}
   *     ended the reply within the thought
   * @param thought what the model thought before the answer; empty if the reply has no thought
   * @param finish why the reply ended
   * @param call tokens and latency
   * @param notes what a run should know about the model, such as a parameter that it does not take
   */
  record Replied(
      String text, String thought, FinishReason finish, ModelCall call, List<String> notes)
      implements ModelReply {

    public Replied {
      Objects.requireNonNull(text, "Replied.text is missing");
      Objects.requireNonNull(thought, "Replied.thought is missing");
      Objects.requireNonNull(finish, "Replied.finish is missing");
      Objects.requireNonNull(call, "Replied.call is missing");
      notes = List.copyOf(notes);
    }

    /** A reply without thought and notes. */
    public Replied(String text, FinishReason finish, ModelCall call) {
      this(text, "", finish, call, List.of());
    }
  }

  /**
   * The call failed after all retries. The ledger does not store failures.
   *
   * @param failure the reason, for the user
   * @param call tokens of attempts that were paid in vain; {@link ModelCall#NONE} if there were
   *     none
   */
  record Failed(CallFailure failure, ModelCall call) implements ModelReply {

    public Failed {
      Objects.requireNonNull(failure, "Failed.failure is missing");
      Objects.requireNonNull(call, "Failed.call is missing");
    }

    /** A failed call that was not paid. */
    public Failed(CallFailure failure) {
      this(failure, ModelCall.NONE);
    }
  }
}
