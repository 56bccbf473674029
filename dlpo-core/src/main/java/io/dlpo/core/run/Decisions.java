package io.dlpo.core.run;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.StepOutcome;
import io.dlpo.core.step.Trajectory;

/**
 * What a run's steps came to.
 *
 * @param accepted candidates accepted
 * @param rejected steps that kept the prompt
 * @param trajectory digest of the decisions
 */
record Decisions(int accepted, int rejected, Trajectory trajectory) {

  static Decisions begin(PromptId initial) {
    return new Decisions(0, 0, Trajectory.begin(initial));
  }

  /** Steps that have ended. */
  int made() {
    return accepted + rejected;
  }

  /** With a step's decision. */
  Decisions after(StepOutcome outcome) {
    return new Decisions(
        outcome.accepted() ? accepted + 1 : accepted,
        outcome.accepted() ? rejected : rejected + 1,
        trajectory.plus(outcome));
  }
}
