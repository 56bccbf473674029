package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.RunView;
import io.dlpo.core.run.Splits;
import java.util.Objects;

/**
 * A finished run to learn assumptions from.
 *
 * @param settings settings of the run
 * @param splits examples of the run
 * @param view its final state
 */
public record PastRun(RunSettings settings, Splits splits, RunView view) {

  public PastRun {
    Objects.requireNonNull(settings, "PastRun.settings is missing");
    Objects.requireNonNull(splits, "PastRun.splits is missing");
    Objects.requireNonNull(view, "PastRun.view is missing");
  }

  /** Whether this run used the same models and the same metric. */
  boolean isLike(RunSettings other) {
    Engines mine = settings.engines();
    Engines others = other.engines();
    return mine.forward().model().equals(others.forward().model())
        && mine.backward().model().equals(others.backward().model())
        && settings.metric().equals(other.metric());
  }
}
