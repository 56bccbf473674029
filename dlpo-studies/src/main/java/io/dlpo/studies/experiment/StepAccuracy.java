package io.dlpo.studies.experiment;

import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.run.RunView;
import io.dlpo.core.step.AggregateScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accuracy of a run's prompt after each step. */
final class StepAccuracy {

  private StepAccuracy() {}

  /** Starts with the initial prompt; a rejected step repeats the previous value. */
  static List<@Nullable Double> of(RunView view) {
    Map<Integer, PromptVersion> accepted =
        view.prompts().stream()
            .filter(PromptVersion::accepted)
            .collect(Collectors.toMap(PromptVersion::step, Function.identity()));
    int steps = view.accepted() + view.rejected();
    List<@Nullable Double> values = new ArrayList<>();
    PromptVersion current = view.initial();
    for (int step = 0; step <= steps; step++) {
      current = accepted.getOrDefault(step, current);
      AggregateScore score = current.score();
      values.add(score == null ? null : score.score());
    }
    return values;
  }
}
