package io.dlpo.core.run;

import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.Plan;
import java.util.Objects;

/**
 * A candidate on its way to the step's decision.
 *
 * @param step from 1
 * @param redraw which of the step's batches led to it, from 0
 * @param candidate the candidate
 * @param plan what the techniques laid down for the step
 */
record Trial(int step, int redraw, Candidate candidate, Plan plan) {

  Trial {
    Objects.requireNonNull(candidate, "Trial.candidate is missing");
    Objects.requireNonNull(plan, "Trial.plan is missing");
  }

  /** With one more technique that has acted. */
  Trial with(String technique) {
    return new Trial(step, redraw, candidate, plan.plus(technique));
  }
}
