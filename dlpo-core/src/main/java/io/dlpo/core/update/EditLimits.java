package io.dlpo.core.update;

import io.dlpo.core.technique.UpdatePlan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits for applying edits, in addition to those of the prompt itself.
 *
 * @param most maximum number of sentence edits, a move counts as two; null if unlimited
 * @param untouchable numbers of the sentences that no edit may touch
 */
public record EditLimits(@Nullable Integer most, Set<Integer> untouchable) {

  /** Maximum number of edits accepted from one reply, even without a limit. */
  public static final int MAX_EDITS = 100;

  public EditLimits {
    untouchable = Set.copyOf(untouchable);
  }

  /** The limits of a step. */
  public static EditLimits of(UpdatePlan plan) {
    return new EditLimits(plan.updateLimit(), plan.untouchable());
  }

  boolean allows(int spent) {
    return most == null || spent <= most;
  }
}
