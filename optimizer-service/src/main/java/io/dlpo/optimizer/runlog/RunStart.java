package io.dlpo.optimizer.runlog;

import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.Transition;
import io.dlpo.core.step.StepRecord;
import java.util.List;

/**
 * The start of a run.
 *
 * @param context the resolved spec and dataset of the run
 * @param first the first transition
 * @param inherited the steps before the fork point, in order; empty unless the run is a fork
 */
public record RunStart(RunContext context, Transition first, List<StepRecord> inherited) {

  public RunStart {
    inherited = List.copyOf(inherited);
  }
}
