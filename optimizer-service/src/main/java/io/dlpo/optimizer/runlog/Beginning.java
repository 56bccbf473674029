package io.dlpo.optimizer.runlog;

import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.Transition;
import io.dlpo.core.step.StepRecord;
import java.util.List;

/**
 * How a run begins.
 *
 * @param context what it works on
 * @param first its first transition
 * @param inherited the steps that another run has made for it, in order; none if it begins with its
 *     prompt
 */
public record Beginning(RunContext context, Transition first, List<StepRecord> inherited) {

  public Beginning {
    inherited = List.copyOf(inherited);
  }
}
