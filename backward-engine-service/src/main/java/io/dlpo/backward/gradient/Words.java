package io.dlpo.backward.gradient;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelReply;
import org.jspecify.annotations.Nullable;

/**
 * What a reply of the backward model is good for.
 *
 * @param text its words, cut at {@value #MAX_LENGTH} characters; null if there are none
 * @param failure why there are none; null if there are
 * @param call what it took
 */
record Words(@Nullable String text, @Nullable CallFailure failure, ModelCall call) {

  /** Longer than any critique; all those of a batch fit one record on Kafka. */
  static final int MAX_LENGTH = 6_000;

  /** A reply that was cut off by the limit of tokens is still advice. */
  static Words of(String model, ModelReply reply) {
    return switch (reply) {
      case ModelReply.Failed failed -> new Words(null, failed.failure(), ModelCall.NONE);
      case ModelReply.Replied replied -> of(model, replied);
    };
  }

  private static Words of(String model, ModelReply.Replied replied) {
    if (replied.finish() == FinishReason.CONTENT_FILTER) {
      return unreadable(model + " withheld its reply: the content filter took it", replied);
    }
    String text = replied.text().strip();
    if (text.isEmpty()) {
      return unreadable(model + " gave an empty reply", replied);
    }
    return new Words(
        text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text, null, replied.call());
  }

  private static Words unreadable(String message, ModelReply.Replied replied) {
    return new Words(null, new CallFailure(FailureKind.UNREADABLE, message), replied.call());
  }

  /** Calls and tokens; none if there was no reply. */
  Usage usage() {
    return call.equals(ModelCall.NONE) && failure != null ? Usage.NONE : Usage.of(call);
  }
}
