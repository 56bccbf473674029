package io.dlpo.core.technique;

import io.dlpo.core.prompt.Prompt;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plans and steps for tests. */
final class Plans {

  private Plans() {}

  /** A prompt of so many sentences. */
  static Prompt prompt(int sentences) {
    return Prompt.parse(
        IntStream.rangeClosed(1, sentences)
            .mapToObj(number -> "Sentence number " + number + " stands here.")
            .collect(Collectors.joining(" ")));
  }

  static UpdatePlan of(int sentences, StepView view, Technique... techniques) {
    return UpdatePlan.of(prompt(sentences), "be better", view, List.of(techniques));
  }

  static StepView step(long seed, int step) {
    return new StepView(seed, step, 10, 0, List.of(), List.of());
  }

  static StepView after(int accepted, String... gradients) {
    return new StepView(1, accepted + 1, 10, accepted, List.of(), List.of(gradients));
  }
}
