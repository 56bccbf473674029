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
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The sets of techniques from which a run chooses one per step by Thompson sampling. The rewards of
 * each arm define a Beta distribution. A number is drawn from each distribution, and the arm with
 * the greatest number is chosen, so each arm is chosen with the probability that it is the best.
 * Arms that were never tried go first.
 *
 * <p>Rewards are scaled by the largest reward so far. Without this, all arms would look alike in a
 * run that gains only a few hundredths at a time.
 *
 * @param arms 1 or more, with distinct names and techniques
 */
public record Arms(List<Arm> arms) {

  private static final String PURPOSE = "adaptive";

  /** The arms of the profile {@code adaptive}, each taken from the paper or its baseline. */
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
      throw new IllegalArgumentException("Arms.arms is empty; must have 1 arm or more");
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

  /** Changes the techniques of all arms. If arms become equal, only the first is kept. */
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
   * Chooses the arm of a step. Each arm has its own draw, derived only from the seed and the step,
   * so the choice depends only on them and on the rewards.
   *
   * @param seed the run's seed
   * @param step the step, from 1
   * @param earned statistics of the arms so far; missing arms were never tried
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

  /** Draws a number from the arm's distribution, 0 to 1. An untried arm gets a number above 1. */
  private static double worth(ArmStats stats, double largest, double draw) {
    if (stats.chosen() == 0) {
      return 1 + draw;
    }
    double won = largest == 0 ? 0 : stats.earned() / largest;
    double lost = Math.max(stats.chosen() - won, 0);
    return BetaDistribution.of(1 + won, 1 + lost).inverseCumulativeProbability(draw);
  }
}
