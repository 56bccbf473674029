package io.dlpo.core.run;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.StepOutcome;
import io.dlpo.core.step.Trajectory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a run's steps.
 *
 * @param accepted number of accepted candidates
 * @param rejected number of steps that kept the prompt
 * @param trajectory digest of the decisions
 * @param idle number of steps since the last accepted candidate; null in states that older versions
 *     stored, whose steps are numbered without gaps
 */
record Decisions(int accepted, int rejected, Trajectory trajectory, @Nullable Integer idle) {

  static Decisions begin(PromptId initial) {
    return new Decisions(0, 0, Trajectory.begin(initial), 0);
  }

  /** Returns the number of completed steps. */
  int made() {
    return accepted + rejected;
  }

  /** Returns the number of steps since the last one that accepted a candidate. */
  int withoutAcceptance(Prompts prompts) {
    return idle == null ? made() - prompts.lastAcceptedStep() : idle;
  }

  /** Adds the decisions of chains that all go on from these. */
  Decisions joined(List<Decisions> chains) {
    int more = chains.stream().mapToInt(chain -> chain.accepted - accepted).sum();
    int fewer = chains.stream().mapToInt(chain -> chain.rejected - rejected).sum();
    return new Decisions(
        accepted + more,
        rejected + fewer,
        Trajectory.of(chains.stream().map(Decisions::trajectory).toList()),
        more == 0
            ? idleOf(this) + fewer
            : chains.stream().mapToInt(Decisions::idleOf).min().orElse(0));
  }

  private static int idleOf(Decisions decisions) {
    return decisions.idle == null ? 0 : decisions.idle;
  }

  /** Adds a step's decision. */
  Decisions after(StepOutcome outcome) {
    return new Decisions(
        outcome.accepted() ? accepted + 1 : accepted,
        outcome.accepted() ? rejected : rejected + 1,
        trajectory.plus(outcome),
        outcome.accepted() ? Integer.valueOf(0) : next(idle));
  }

  private static @Nullable Integer next(@Nullable Integer idle) {
    return idle == null ? null : idle + 1;
  }
}
