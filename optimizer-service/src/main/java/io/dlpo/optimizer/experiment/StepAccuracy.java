package io.dlpo.optimizer.experiment;

import io.dlpo.optimizer.run.Progress;
import io.dlpo.optimizer.run.PromptVersion;
import io.dlpo.optimizer.step.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How good a run's prompt was after each of its steps. */
final class StepAccuracy {

  private StepAccuracy() {}

  /** From the initial prompt on; a rejected step keeps the value of the one before. */
  static List<@Nullable Double> of(Progress progress) {
    Map<Integer, PromptVersion> accepted =
        progress.prompts().stream()
            .filter(PromptVersion::accepted)
            .collect(Collectors.toMap(PromptVersion::step, Function.identity()));
    int steps = progress.accepted() + progress.rejected();
    List<@Nullable Double> values = new ArrayList<>();
    PromptVersion current = progress.initial();
    for (int step = 0; step <= steps; step++) {
      current = accepted.getOrDefault(step, current);
      Tally score = current.score();
      values.add(score == null ? null : score.score());
    }
    return values;
  }
}
