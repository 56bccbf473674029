package io.dlpo.core.adaptive;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of an arm.
 *
 * <p>A step that accepts a better prompt rewards its arm with the share of incorrect answers that
 * are now correct, (a − L) / (1 − L). The plain difference would favour arms that are tried early,
 * because a gain of .2 is easier at an accuracy of .3 than at .7. Any other step with an update
 * earns nothing. A step without a mistake to learn from has no update, so it counts for no arm. The
 * one or two extra calls that some arms make per step are ignored; scoring costs ten times as many.
 *
 * @param arm name of the arm
 * @param chosen number of steps for which it was chosen
 * @param accepted number of candidates accepted in those steps
 * @param gained total gain in accuracy, without the losses of worse candidates
 * @param earned sum of all rewards
 * @param largest the largest reward, 0 to 1
 */
public record ArmStats(
    String arm, int chosen, int accepted, double gained, double earned, double largest) {

  public ArmStats {
    Objects.requireNonNull(arm, "ArmStats.arm is missing");
    if (chosen < 0 || accepted < 0 || accepted > chosen) {
      throw new IllegalArgumentException(
          "ArmStats.accepted is %d of %d chosen; must be 0 to chosen".formatted(accepted, chosen));
    }
  }

  /** Returns the statistics of an arm that was never tried. */
  public static ArmStats untried(String arm) {
    return new ArmStats(arm, 0, 0, 0, 0, 0);
  }

  /** Finds the statistics of an arm in a list. */
  static ArmStats of(String arm, List<ArmStats> all) {
    return all.stream()
        .filter(stats -> stats.arm().equals(arm))
        .findFirst()
        .orElseGet(() -> untried(arm));
  }

  /**
   * Updates the statistics after a step. A step without an arm changes nothing.
   *
   * @param before score of the previous prompt on the examples on which the candidate was compared;
   *     null if unknown, and then no gain is counted
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
