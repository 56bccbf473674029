package io.dlpo.core.adaptive;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.step.StepDecision;
import io.dlpo.core.step.StepOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps for tests: all are made from a parent of its own accuracy. */
final class Steps {

  static final int TOTAL = 100;

  private Steps() {}

  /** A candidate that is compared with its parent on a hundred examples. */
  static StepOutcome compared(String arm, DecisionKind kind, int before, int now) {
    StepDecision decision =
        new StepDecision(
            kind,
            "words",
            new AggregateScore(now, TOTAL),
            new AggregateScore(before, TOTAL),
            0.05,
            1.0,
            0.5);
    return outcome(arm, decision);
  }

  /** A step that made no candidate, or none that was scored. */
  static StepOutcome uncompared(@Nullable String arm, DecisionKind kind) {
    return outcome(arm, StepDecision.uncompared(kind, "words", new AggregateScore(5, 10)));
  }

  private static StepOutcome outcome(@Nullable String arm, StepDecision decision) {
    Candidate candidate =
        new Candidate(PromptId.of("candidate"), "candidate", List.of(), "be better");
    return new StepOutcome(
        1,
        List.of("a"),
        PromptId.of("parent"),
        candidate,
        new Plan(List.of("annealing"), null, List.of(), arm),
        decision,
        List.of());
  }
}
