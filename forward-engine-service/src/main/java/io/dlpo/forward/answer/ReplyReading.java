package io.dlpo.forward.answer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a reply of the forward model means for its example. */
final class ReplyReading {

  /** Longest reply as JSON; a record on Kafka takes a megabyte as it is set up. */
  static final int MAX_BYTES = 500_000;

  private ReplyReading() {}

  /** The prediction; a reply that is cut off by the limit of tokens is taken as it is. */
  static PredictionProduced read(ExampleRequested task, ModelReply reply) {
    return switch (reply) {
      case ModelReply.Replied replied -> read(task, replied);
      case ModelReply.Failed failed -> failed(task, failed.failure(), ModelCall.NONE);
    };
  }

  private static PredictionProduced read(ExampleRequested task, ModelReply.Replied replied) {
    String output = wellFormed(replied.text());
    return problemWith(output, replied.finish())
        .map(
            problem ->
                failed(
                    task,
                    new CallFailure(
                        FailureKind.UNREADABLE,
                        task.evaluation().engines().forward().model() + " " + problem),
                    replied.call()))
        .orElseGet(
            () ->
                new PredictionProduced(
                    task.evaluation(), task.example(), output, null, replied.call()));
  }

  private static Optional<String> problemWith(String output, FinishReason finish) {
    if (finish == FinishReason.CONTENT_FILTER) {
      return Optional.of("withheld its reply: the endpoint's content filter took it");
    }
    if (output.isBlank()) {
      return Optional.of("gave an empty reply");
    }
    int size = JsonStringEncoder.getInstance().quoteAsUTF8(output).length;
    return size > MAX_BYTES
        ? Optional.of("gave a reply of " + size + " bytes; allowed are " + MAX_BYTES)
        : Optional.empty();
  }

  /** Half a pair of surrogates cannot be written as UTF-8; it becomes a question mark. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static PredictionProduced failed(
      ExampleRequested task, CallFailure failure, ModelCall call) {
    return new PredictionProduced(task.evaluation(), task.example(), null, failure, call);
  }
}
