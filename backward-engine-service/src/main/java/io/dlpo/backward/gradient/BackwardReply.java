package io.dlpo.backward.gradient;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelReply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply of the backward model, checked for usable text.
 *
 * @param text the text, truncated to {@value #MAX_LENGTH} characters; null if there is none
 * @param failure why there is no text; null if there is one
 * @param call tokens and latency
 * @param notes what the run should know about the model, such as a parameter that it does not take
 */
record BackwardReply(
    @Nullable String text, @Nullable CallFailure failure, ModelCall call, List<String> notes) {

  /** Longer than any critique; the critiques of a batch fit into one Kafka record. */
  static final int MAX_LENGTH = 6_000;

  /** A reply that was cut off at the token limit is still usable. */
  static BackwardReply of(String model, ModelReply reply) {
    return switch (reply) {
      case ModelReply.Failed failed ->
          new BackwardReply(null, failed.failure(), failed.call(), List.of());
      case ModelReply.Replied replied -> of(model, replied);
    };
  }

  private static BackwardReply of(String model, ModelReply.Replied replied) {
    String text = replied.text().strip();
    if (text.isEmpty()) {
      return unreadable(
          replied.finish() == FinishReason.LENGTH
              ? model + " reached maxTokens within its thought, before an answer"
              : model + " sent an empty reply",
          replied);
    }
    return new BackwardReply(
        text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text,
        null,
        replied.call(),
        replied.notes());
  }

  private static BackwardReply unreadable(String message, ModelReply.Replied replied) {
    return new BackwardReply(
        null, new CallFailure(FailureKind.UNREADABLE, message), replied.call(), replied.notes());
  }

  /** Calls and tokens; zero if there was no reply. */
  Usage usage() {
    return call.equals(ModelCall.NONE) && failure != null ? Usage.NONE : Usage.of(call);
  }
}
