package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.adaptive.ArmStats;
import io.dlpo.core.signature.ScoreTrend;
import io.dlpo.core.step.StepOutcome;
import io.dlpo.core.technique.TextualMomentum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * State that later steps use.
 *
 * @param gradients gradients of the last accepted steps, newest last
 * @param knownRight training examples that the current prompt and the candidate answer correctly
 * @param arms statistics of each arm; empty if the run has none
 * @param trend scores that are checked for failure signatures
 * @param failedRows rows that counted as wrong because their calls failed; absent in states that
 *     older versions stored
 */
record Memory(
    List<String> gradients,
    KnownRight knownRight,
    List<ArmStats> arms,
    ScoreTrend trend,
    FailedRows failedRows) {

  static final Memory EMPTY =
      new Memory(List.of(), KnownRight.NOTHING, List.of(), ScoreTrend.BEGINNING, FailedRows.NONE);

  Memory {
    gradients = List.copyOf(gradients);
    arms = List.copyOf(arms);
    failedRows = failedRows == null ? FailedRows.NONE : failedRows;
  }

  /** Adds the correctly answered training examples of an evaluation. */
  Memory knowing(BatchScored event, Set<String> train) {
    return new Memory(gradients, knownRight.plus(event, train), arms, trend, failedRows);
  }

  Memory with(ScoreTrend newTrend) {
    return new Memory(gradients, knownRight, arms, newTrend, failedRows);
  }

  /** Adds the rows of an evaluation that count as wrong because their calls failed. */
  Memory withFailed(BatchScored event) {
    return new Memory(gradients, knownRight, arms, trend, failedRows.plus(event));
  }

  /**
   * Adds a step's decision.
   *
   * @param before the prompt at the start of the step
   * @param kept the prompts from which later steps can start
   */
  Memory after(StepOutcome outcome, PromptVersion before, Set<PromptId> kept) {
    return new Memory(
        outcome.accepted() ? withGradientOf(outcome) : gradients,
        knownRight.only(kept),
        ArmStats.after(arms, outcome, before.acceptance()),
        trend.after(outcome),
        failedRows);
  }

  /** Adds what other chains know. */
  Memory joined(List<Memory> chains) {
    KnownRight known = knownRight;
    FailedRows failed = failedRows;
    for (Memory chain : chains) {
      known = known.plus(chain.knownRight);
      failed = failed.plus(chain.failedRows);
    }
    return new Memory(gradients, known, arms, trend, failed);
  }

  private List<String> withGradientOf(StepOutcome outcome) {
    List<String> all = new ArrayList<>(gradients);
    if (outcome.candidate() != null && !outcome.candidate().gradient().isEmpty()) {
      all.add(outcome.candidate().gradient());
    }
    return all.subList(Math.max(0, all.size() - TextualMomentum.MAX_WINDOW), all.size());
  }
}
