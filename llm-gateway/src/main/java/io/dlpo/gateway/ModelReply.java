package io.dlpo.gateway;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.ModelCall;
import java.util.Objects;

/** The result of a model call. */
public sealed interface ModelReply {

  /**
   * The model replied.
   *
   * @param text the answer, without the model's thought; empty only if {@link FinishReason#LENGTH}
   *     ended the reply within the thought
   * @param finish why the reply ended
   * @param call tokens and latency
   */
  record Replied(String text, FinishReason finish, ModelCall call) implements ModelReply {

    public Replied {
      Objects.requireNonNull(text, "Replied.text is missing");
      Objects.requireNonNull(finish, "Replied.finish is missing");
      Objects.requireNonNull(call, "Replied.call is missing");
    }
  }

  /**
   * The call failed after all retries. The ledger does not store failures.
   *
   * @param failure the reason, for the user
   */
  record Failed(CallFailure failure) implements ModelReply {

    public Failed {
      Objects.requireNonNull(failure, "Failed.failure is missing");
    }
  }
}
