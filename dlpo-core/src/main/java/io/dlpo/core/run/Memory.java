package io.dlpo.core.run;

import io.dlpo.core.adaptive.ArmStats;
import io.dlpo.core.signature.ScoreTrend;
import io.dlpo.core.step.StepOutcome;
import io.dlpo.core.technique.TextualMomentum;
import java.util.ArrayList;
import java.util.List;

/**
 * What later steps make use of.
 *
 * @param gradients of the last accepted steps, the newest last
 * @param knownRight training examples that the current prompt and the candidate answer right
 * @param arms what each set of techniques has earned, where the run chooses among several
 * @param trend what is watched for failure signatures
 */
record Memory(
    List<String> gradients, KnownRight knownRight, List<ArmStats> arms, ScoreTrend trend) {

  static final Memory EMPTY =
      new Memory(List.of(), KnownRight.NOTHING, List.of(), ScoreTrend.BEGINNING);

  Memory {
    gradients = List.copyOf(gradients);
    arms = List.copyOf(arms);
  }

  Memory with(KnownRight known) {
    return new Memory(gradients, known, arms, trend);
  }

  Memory with(ScoreTrend newTrend) {
    return new Memory(gradients, knownRight, arms, newTrend);
  }

  /**
   * With a step's decision.
   *
   * @param before the prompt that the step started from
   * @param after the prompt that the run has now
   */
  Memory after(StepOutcome outcome, PromptVersion before, PromptVersion after) {
    return new Memory(
        outcome.accepted() ? withGradientOf(outcome) : gradients,
        knownRight.only(after.promptId()),
        ArmStats.after(arms, outcome, before.acceptance()),
        trend.after(outcome));
  }

  private List<String> withGradientOf(StepOutcome outcome) {
    List<String> all = new ArrayList<>(gradients);
    if (outcome.candidate() != null) {
      all.add(outcome.candidate().gradient());
    }
    return all.subList(Math.max(0, all.size() - TextualMomentum.MAX_WINDOW), all.size());
  }
}
