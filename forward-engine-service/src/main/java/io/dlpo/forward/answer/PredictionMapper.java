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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps replies of the forward model to predictions. */
final class PredictionMapper {

  /** Maximum size of a reply as JSON; a Kafka record has a maximum size of 1 MB by default. */
  static final int MAX_BYTES = 500_000;

  /** Maximum length of a thought in characters. It is for readers only, so it is cut. */
  static final int MAX_THOUGHT = 10_000;

  private PredictionMapper() {}

  /**
   * The prediction for a reply. A reply that was cut off at the token limit is used as it is, even
   * if it ended within the model's thought.
   */
  static PredictionProduced map(ExampleRequested task, ModelReply reply) {
    return switch (reply) {
      case ModelReply.Replied replied -> map(task, replied);
      case ModelReply.Failed failed -> failed(task, failed.failure(), failed.call(), List.of());
    };
  }

  private static PredictionProduced map(ExampleRequested task, ModelReply.Replied replied) {
    String output = wellFormed(replied.text());
    boolean cutOff = replied.finish() == FinishReason.LENGTH;
    return problemWith(output, cutOff)
        .map(
            problem ->
                failed(
                    task,
                    new CallFailure(
                        FailureKind.UNREADABLE,
                        task.evaluation().engines().forward().model() + " " + problem),
                    replied.call(),
                    replied.notes()))
        .orElseGet(
            () ->
                new PredictionProduced(
                    task.evaluation(),
                    task.example(),
                    output,
                    null,
                    replied.call(),
                    cutOff ? true : null,
                    replied.notes(),
                    thought(replied.thought())));
  }

  /** The end of a long thought leads to the answer. */
  private static @Nullable String thought(String thought) {
    if (thought.isBlank()) {
      return null;
    }
    int excess = thought.length() - MAX_THOUGHT;
    return wellFormed(excess > 0 ? "… " + thought.substring(excess) : thought);
  }

  private static Optional<String> problemWith(String output, boolean cutOff) {
    if (output.isBlank() && !cutOff) {
      return Optional.of("sent an empty reply");
    }
    int size = JsonStringEncoder.getInstance().quoteAsUTF8(output).length;
    return size > MAX_BYTES
        ? Optional.of("sent a reply of " + size + " bytes; the maximum is " + MAX_BYTES)
        : Optional.empty();
  }

  /** Replaces unpaired surrogates, which UTF-8 cannot encode, by question marks. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static PredictionProduced failed(
      ExampleRequested task, CallFailure failure, ModelCall call, List<String> notes) {
    return new PredictionProduced(
        task.evaluation(), task.example(), null, failure, call, null, notes);
  }
}
