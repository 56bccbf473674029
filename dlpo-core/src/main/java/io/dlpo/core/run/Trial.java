package io.dlpo.core.run;

import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.Plan;
import io.dlpo.core.step.ScoredCandidate;
import java.util.List;
import java.util.Objects;

/**
 * A candidate that awaits the step's decision.
 *
 * @param step the step, from 1
 * @param redraw index of the batch within the step, from 0
 * @param candidate the candidate
 * @param plan the plan that the techniques produced
 * @param alternatives the step's other candidates, which did worse
 */
record Trial(
    int step, int redraw, Candidate candidate, Plan plan, List<ScoredCandidate> alternatives) {

  Trial {
    Objects.requireNonNull(candidate, "Trial.candidate is missing");
    Objects.requireNonNull(plan, "Trial.plan is missing");
    alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
  }

  /** Adds a technique that took part. */
  Trial with(String technique) {
    return new Trial(step, redraw, candidate, plan.plus(technique), alternatives);
  }

  /** Chooses the candidate over others. */
  Trial over(List<ScoredCandidate> others) {
    return new Trial(step, redraw, candidate, plan, others);
  }
}
