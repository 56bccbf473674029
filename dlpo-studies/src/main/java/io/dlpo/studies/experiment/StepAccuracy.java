package io.dlpo.studies.experiment;

import io.dlpo.core.run.Progress;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.step.AggregateScore;
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
      AggregateScore score = current.score();
      values.add(score == null ? null : score.score());
    }
    return values;
  }
}
