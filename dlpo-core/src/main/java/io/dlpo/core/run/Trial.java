package io.dlpo.core.run;

import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.Plan;
import java.util.Objects;

/**
 * A candidate that awaits the step's decision.
 *
 * @param step the step, from 1
 * @param redraw index of the batch within the step, from 0
 * @param candidate the candidate
 * @param plan the plan that the techniques produced
 */
record Trial(int step, int redraw, Candidate candidate, Plan plan) {

  Trial {
    Objects.requireNonNull(candidate, "Trial.candidate is missing");
    Objects.requireNonNull(plan, "Trial.plan is missing");
  }

  /** Adds a technique that took part. */
  Trial with(String technique) {
    return new Trial(step, redraw, candidate, plan.plus(technique));
  }
}
