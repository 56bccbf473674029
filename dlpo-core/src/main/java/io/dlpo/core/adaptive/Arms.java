package io.dlpo.core.adaptive;

import io.dlpo.core.step.Draws;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.TextualDropout;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.TextualRegularization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * The sets of techniques that a run chooses from, step by step: Thompson sampling. What an arm has
 * earned so far makes a Beta distribution; a number is drawn from that of each arm, and the arm
 * with the greatest number is chosen. So an arm is chosen as often as it is likely to be the best.
 * An arm that was never tried goes before all that were.
 *
 * <p>The rewards are taken relative to the largest so far: in a run that wins a few hundredths at a
 * time they would otherwise all look alike.
 *
 * @param arms 1 or more, all with names and techniques of their own
 */
public record Arms(List<Arm> arms) {

  private static final String PURPOSE = "adaptive";

  /** The arms of the profile {@code adaptive}, each known from the paper or its baseline. */
  public static final Arms STANDARD =
      new Arms(
          List.of(
              new Arm("bold", TechniqueSettings.NONE),
              new Arm(
                  "limited",
                  new TechniqueSettings(
                      new TextualLearningRate(2), null, TextualDropout.DEFAULT, null, null, null)),
              new Arm(
                  "contrast",
                  new TechniqueSettings(
                      new TextualLearningRate(4), null, null, null, TextualContrast.DEFAULT, null)),
              new Arm(
                  "lean",
                  new TechniqueSettings(
                      new TextualLearningRate(4),
                      null,
                      null,
                      null,
                      null,
                      TextualRegularization.DEFAULT)),
              new Arm("best-practice", TechniqueSettings.BEST_PRACTICE)));

  public Arms {
    arms = List.copyOf(arms);
    if (arms.isEmpty()) {
      throw new IllegalArgumentException("Arms.arms is empty; allowed is 1 arm or more");
    }
    requireDistinct("name", arms.stream().map(Arm::name).toList());
    requireDistinct("techniques", arms.stream().map(Arm::techniques).toList());
  }

  private static void requireDistinct(String property, List<?> values) {
    if (values.stream().distinct().count() < values.size()) {
      throw new IllegalArgumentException(
          "Arms.arms has a " + property + " twice: " + values + "; each must be its own");
    }
  }

  /** With other techniques; of arms that become the same, the first one stays. */
  public Arms with(UnaryOperator<TechniqueSettings> change) {
    List<Arm> changed = new ArrayList<>();
    for (Arm arm : arms) {
      TechniqueSettings techniques = change.apply(arm.techniques());
      if (changed.stream().noneMatch(other -> other.techniques().equals(techniques))) {
        changed.add(new Arm(arm.name(), techniques));
      }
    }
    return new Arms(changed);
  }

  /**
   * The arm of a step. Each arm has a draw of its own, made of seed and step alone, so the choice
   * depends on nothing but them and what was earned.
   *
   * @param seed the run's seed
   * @param step from 1
   * @param earned what the arms have earned so far; an arm that is missing was never tried
   */
  public Arm choose(long seed, int step, List<ArmStats> earned) {
    double largest = earned.stream().mapToDouble(ArmStats::largest).max().orElse(0);
    Arm chosen = arms.getFirst();
    double best = Double.NEGATIVE_INFINITY;
    for (int index = 0; index < arms.size(); index++) {
      Arm arm = arms.get(index);
      double draw = Draws.of(seed, step, PURPOSE, index).uniform();
      double worth = worth(ArmStats.of(arm.name(), earned), largest, draw);
      if (worth > best) {
        chosen = arm;
        best = worth;
      }
    }
    return chosen;
  }

  /** A number from the arm's distribution, 0 to 1; an untried arm's is over 1. */
  private static double worth(ArmStats stats, double largest, double draw) {
    if (stats.chosen() == 0) {
      return 1 + draw;
    }
    double won = largest == 0 ? 0 : stats.earned() / largest;
    double lost = Math.max(stats.chosen() - won, 0);
    return new BetaDistribution(null, 1 + won, 1 + lost).inverseCumulativeProbability(draw);
  }
}
