package io.dlpo.core.run;

import io.dlpo.core.budget.Budget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the chains of a run may do before they exchange their prompts. The steps of the chains take
 * turns, so that each step of a run has a number of its own.
 *
 * @param chains number of chains, 2 or more
 * @param last the last step of the round, of whichever chain
 * @param budget the share of the budget for each chain; null if the run has no budget
 */
record ChainRound(int chains, int last, @Nullable Budget budget) {

  /** Steps that each chain makes in a round. */
  static final int STEPS = 3;

  /**
   * Returns the round that begins with a step. What is left of the budget is divided equally, so
   * that no chain depends on how fast the others are.
   */
  static ChainRound beginningAt(int first, RunContext context, RunHistory history) {
    RunSettings settings = context.settings();
    int chains = context.chains();
    int last = Math.min(first + chains * STEPS - 1, settings.optimizer().steps());
    Budget budget = settings.budget();
    return new ChainRound(
        chains,
        last,
        budget == null || budget.calls() == null
            ? budget
            : budget.limitedTo(
                share(
                    Objects.requireNonNull(budget.calls()),
                    Charging.kept(context),
                    history.charges().calls(),
                    chains)));
  }

  private static int share(int calls, int kept, int spent, int chains) {
    return spent + Math.max(0, calls - kept - spent) / chains + kept;
  }
}
