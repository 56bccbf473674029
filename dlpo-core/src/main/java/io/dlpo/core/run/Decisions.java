package io.dlpo.core.run;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.StepOutcome;
import io.dlpo.core.step.Trajectory;

/**
 * The decisions of a run's steps.
 *
 * @param accepted number of accepted candidates
 * @param rejected number of steps that kept the prompt
 * @param trajectory digest of the decisions
 */
record Decisions(int accepted, int rejected, Trajectory trajectory) {

  static Decisions begin(PromptId initial) {
    return new Decisions(0, 0, Trajectory.begin(initial));
  }

  /** Returns the number of completed steps. */
  int made() {
    return accepted + rejected;
  }

  /** Returns the number of steps since the last one that accepted a candidate. */
  int withoutAcceptance(Prompts prompts) {
    return made() - prompts.lastAcceptedStep();
  }

  /** Adds a step's decision. */
  Decisions after(StepOutcome outcome) {
    return new Decisions(
        outcome.accepted() ? accepted + 1 : accepted,
        outcome.accepted() ? rejected : rejected + 1,
        trajectory.plus(outcome));
  }
}
