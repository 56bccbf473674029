package io.dlpo.core.update;

import io.dlpo.core.technique.UpdatePlan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits under which edits are applied, besides those of the prompt itself.
 *
 * @param most sentence edits that may be spent, a move spends two; null if there is no limit
 * @param untouchable numbers of the sentences that no edit may touch
 */
public record EditLimits(@Nullable Integer most, Set<Integer> untouchable) {

  /** Most edits that are read from one reply, limit or not. */
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
