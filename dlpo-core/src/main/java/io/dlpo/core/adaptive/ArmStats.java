package io.dlpo.core.adaptive;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an arm has earned.
 *
 * <p>A step that accepts a better prompt earns its arm the share of the wrong answers that are
 * right now, (a − L) / (1 − L): an accuracy gains .2 more easily at .3 than at .7, and arms that
 * are tried early would look better for it. Any other step with an update earns nothing. A step
 * without a mistake to learn from had no update, so it counts for no arm. The one or two further
 * calls that an arm costs in a step are not held against it; scoring costs ten times as many.
 *
 * @param arm its name
 * @param chosen steps in which it shaped the update
 * @param accepted candidates accepted in them
 * @param gained accuracy that they gained in all, worse ones left out
 * @param earned rewards in all
 * @param largest the largest reward, 0 to 1
 */
public record ArmStats(
    String arm, int chosen, int accepted, double gained, double earned, double largest) {

  public ArmStats {
    Objects.requireNonNull(arm, "ArmStats.arm is missing");
    if (chosen < 0 || accepted < 0 || accepted > chosen) {
      throw new IllegalArgumentException(
          "ArmStats.accepted is %d of %d chosen; allowed is 0 to chosen"
              .formatted(accepted, chosen));
    }
  }

  /** Of an arm that was never tried. */
  public static ArmStats untried(String arm) {
    return new ArmStats(arm, 0, 0, 0, 0, 0);
  }

  /** What a list says of an arm. */
  static ArmStats of(String arm, List<ArmStats> all) {
    return all.stream()
        .filter(stats -> stats.arm().equals(arm))
        .findFirst()
        .orElseGet(() -> untried(arm));
  }

  /**
   * All arms after a step; a step that no arm shaped changes nothing.
   *
   * @param before right answers of the prompt that the step began with, on the examples that the
   *     candidate was compared on; null if they are unknown: then nothing is known to be gained
   */
  public static List<ArmStats> after(
      List<ArmStats> all, StepOutcome outcome, @Nullable AggregateScore before) {
    String arm = outcome.plan().arm();
    if (arm == null) {
      return all;
    }
    List<ArmStats> after = new ArrayList<>();
    boolean known = false;
    for (ArmStats stats : all) {
      boolean meant = stats.arm().equals(arm);
      after.add(meant ? stats.plus(outcome, before) : stats);
      known |= meant;
    }
    if (!known) {
      after.add(untried(arm).plus(outcome, before));
    }
    return List.copyOf(after);
  }

  private ArmStats plus(StepOutcome outcome, @Nullable AggregateScore before) {
    AggregateScore now = outcome.decision().score();
    boolean taken = outcome.accepted();
    if (!taken || before == null || now == null || now.micros() <= before.micros()) {
      int taking = taken ? accepted + 1 : accepted;
      return new ArmStats(arm, chosen + 1, taking, gained, earned, largest);
    }
    long won = now.micros() - before.micros();
    long whole = before.total() * AggregateScore.ONE;
    double gain = (double) won / whole;
    double reward = (double) won / (whole - before.micros());
    return new ArmStats(
        arm, chosen + 1, accepted + 1, gained + gain, earned + reward, Math.max(largest, reward));
  }
}
