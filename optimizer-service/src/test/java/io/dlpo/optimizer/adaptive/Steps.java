package io.dlpo.optimizer.adaptive;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Ruling;
import io.dlpo.optimizer.step.StepOutcome;
import io.dlpo.optimizer.step.Tally;
import io.dlpo.optimizer.step.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps for tests: all are made from a parent of its own accuracy. */
final class Steps {

  static final int TOTAL = 100;

  private Steps() {}

  /** A candidate that is compared with its parent on a hundred examples. */
  static StepOutcome compared(String arm, Ruling ruling, int before, int now) {
    Verdict verdict =
        new Verdict(
            ruling, "words", new Tally(now, TOTAL), new Tally(before, TOTAL), 0.05, 1.0, 0.5);
    return outcome(arm, verdict);
  }

  /** A step that made no candidate, or none that was scored. */
  static StepOutcome uncompared(@Nullable String arm, Ruling ruling) {
    return outcome(arm, Verdict.uncompared(ruling, "words", new Tally(5, 10)));
  }

  private static StepOutcome outcome(@Nullable String arm, Verdict verdict) {
    Candidate candidate =
        new Candidate(PromptId.of("candidate"), "candidate", List.of(), "be better");
    return new StepOutcome(
        1,
        List.of("a"),
        PromptId.of("parent"),
        candidate,
        new Plan(List.of("annealing"), null, List.of(), arm),
        verdict);
  }
}
