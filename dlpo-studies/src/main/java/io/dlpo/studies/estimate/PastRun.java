package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.RunView;
import io.dlpo.core.run.Splits;
import java.util.Objects;

/**
 * A finished run, to learn from.
 *
 * @param settings of the run
 * @param splits its examples
 * @param view how it ended
 */
public record PastRun(RunSettings settings, Splits splits, RunView view) {

  public PastRun {
    Objects.requireNonNull(settings, "PastRun.settings is missing");
    Objects.requireNonNull(splits, "PastRun.splits is missing");
    Objects.requireNonNull(view, "PastRun.view is missing");
  }

  /** Whether its replies were written by the models, and to the metric, of another run. */
  boolean isLike(RunSettings other) {
    Engines mine = settings.engines();
    Engines others = other.engines();
    return mine.forward().model().equals(others.forward().model())
        && mine.backward().model().equals(others.backward().model())
        && settings.metric().equals(other.metric());
  }
}
