package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.Objects;

/** What came of asking a model. */
public sealed interface ModelReply {

  /**
   * The model replied.
   *
   * @param text its words, empty if it said nothing
   * @param finish why it ended
   * @param call what it took
   */
  record Replied(String text, FinishReason finish, ModelCall call) implements ModelReply {

    public Replied {
      Objects.requireNonNull(text, "Replied.text is missing");
      Objects.requireNonNull(finish, "Replied.finish is missing");
      Objects.requireNonNull(call, "Replied.call is missing");
    }
  }

  /**
   * There is no reply, after all retries that made sense. The ledger does not remember it.
   *
   * @param failure why, for the user
   */
  record Failed(CallFailure failure) implements ModelReply {

    public Failed {
      Objects.requireNonNull(failure, "Failed.failure is missing");
    }
  }
}
