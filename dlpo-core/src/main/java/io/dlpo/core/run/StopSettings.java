package io.dlpo.core.run;

import org.jspecify.annotations.Nullable;

/**
 * When a run stops before its last step, because more steps are not worth their calls.
 *
 * @param allRight whether it stops once the current prompt is known to answer all training examples
 *     and the whole acceptance set correctly; no batch has a mistake to learn from then
 * @param patience number of consecutive steps without an accepted candidate after which it stops, 1
 *     to {@value OptimizerSettings#MAX_STEPS}; null if it has no such limit
 * @param target score of the current prompt at which it stops, greater than 0, at most 1: the
 *     validation score, or the acceptance score if it was not validated; null if it has none
 */
public record StopSettings(boolean allRight, @Nullable Integer patience, @Nullable Double target) {

  public static final StopSettings DEFAULT = new StopSettings(true, null, null);

  /** Makes all steps. */
  public static final StopSettings NEVER = new StopSettings(false, null, null);

  public StopSettings {
    if (patience != null && (patience < 1 || patience > OptimizerSettings.MAX_STEPS)) {
      throw new IllegalArgumentException(
          "stop.patience is %d; must be 1 to %d".formatted(patience, OptimizerSettings.MAX_STEPS));
    }
    if (target != null && !(target > 0 && target <= 1)) {
      throw new IllegalArgumentException(
          "stop.target is " + target + "; must be greater than 0 and at most 1");
    }
  }
}
