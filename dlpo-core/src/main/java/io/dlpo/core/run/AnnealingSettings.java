package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.annealing.SimulatedAnnealing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Simulated annealing (TSA).
 *
 * <p>The defaults are chosen for runs of 10 to 20 steps. On 50 examples, one more incorrect answer
 * is a drop of .02. At temperature .05 such a drop is accepted with probability .67; after one
 * accepted step with .45, after three with .04. The run therefore explores early, while there are
 * steps left to recover, and later only improves. The authors' value of 64 accepts nearly every
 * drop up to the largest allowed one for the first ten accepted steps.
 *
 * @param temperature T0, above 0, in units of accuracy: a drop of T is accepted with probability
 *     1/e
 * @param cooling divisor of the temperature at each cooling, 1 or more
 * @param largestDrop largest drop in accuracy that can be accepted, 0 to 1
 * @param per when the temperature is lowered
 * @param start what the first candidate is compared with
 * @param split the examples on which candidates are scored
 * @param examples how many of the split's first examples are used; 0 for all. With a race, their
 *     number doubles whenever the current prompt has fewer mistakes among them than the race begins
 *     with.
 * @param screening whether a candidate must first beat its parent on the step's batch; most bad
 *     candidates then cost a batch instead of the whole acceptance set
 * @param rungs number of growing prefixes of the acceptance set on which a candidate is scored, 1
 *     to {@value #MAX_RUNGS}. With 1, the whole set is scored at once, which is fastest. With more,
 *     scoring stops as soon as the candidate can no longer be accepted, which saves calls and
 *     changes no decision.
 * @param race number of examples of the acceptance set on which a step's candidates first compete,
 *     0 or more. Those that are no better than their parent on the same examples leave the race,
 *     and of several at most half go on. The examples are drawn in each step, and their number
 *     doubles until all are answered; after the first round, equals stay. With 0, there is no race.
 * @param restart after how many consecutive steps without an accepted candidate each step starts
 *     from a prompt that is drawn among all accepted ones, 0 or more; 0 for never
 * @param chains number of chains that make steps at the same time, each from a parent of its own, 1
 *     to {@value #MAX_CHAINS}
 */
public record AnnealingSettings(
    double temperature,
    double cooling,
    double largestDrop,
    CoolingPer per,
    AnnealingStart start,
    AcceptanceSplit split,
    int examples,
    boolean screening,
    int rungs,
    int race,
    int restart,
    int chains) {

  public static final int MAX_RUNGS = 10;
  public static final int MAX_CHAINS = 8;

  public static final AnnealingSettings DEFAULT =
      new AnnealingSettings(
          0.05,
          2,
          0.3,
          CoolingPer.ACCEPTED,
          AnnealingStart.INITIAL,
          AcceptanceSplit.VALIDATION,
          0,
          false,
          1,
          0,
          0,
          1);

  /** The values of the authors' code. */
  public static final AnnealingSettings REFERENCE =
      new AnnealingSettings(
          64,
          2,
          0.3,
          CoolingPer.ACCEPTED,
          AnnealingStart.ZERO,
          AcceptanceSplit.TRAIN,
          0,
          false,
          1,
          0,
          0,
          1);

  public AnnealingSettings {
    Objects.requireNonNull(per, "optimizer.annealing.per is missing");
    Objects.requireNonNull(start, "optimizer.annealing.start is missing");
    Objects.requireNonNull(split, "optimizer.annealing.split is missing");
    require("examples", examples, examples >= 0, "0 or more");
    require(
        "temperature",
        temperature,
        temperature > 0 && Double.isFinite(temperature),
        "greater than 0");
    require("cooling", cooling, cooling >= 1 && Double.isFinite(cooling), "1 or more");
    require("largestDrop", largestDrop, largestDrop >= 0 && largestDrop <= 1, "0 to 1");
    require("race", race, race >= 0, "0 or more");
    require("race", race, race == 0 || start == AnnealingStart.INITIAL, "0 with start ZERO");
    require("restart", restart, restart >= 0, "0 or more");
    require("chains", chains, chains >= 1 && chains <= MAX_CHAINS, "1 to " + MAX_CHAINS);
    require("chains", chains, chains == 1 || start == AnnealingStart.INITIAL, "1 with start ZERO");
    require("rungs", rungs, rungs >= 1 && rungs <= MAX_RUNGS, "1 to " + MAX_RUNGS);
  }

  /** Returns the examples on which candidates are compared. */
  public List<Example> acceptanceSet(Splits splits) {
    List<Example> all = split(splits);
    return examples == 0 ? all : all.subList(0, Math.min(examples, all.size()));
  }

  /** Returns the examples of the split on which candidates are compared. */
  List<Example> split(Splits splits) {
    return switch (split) {
      case TRAIN -> splits.train();
      case VALIDATION -> splits.validation();
      case TRAIN_AND_VALIDATION ->
          Stream.concat(splits.train().stream(), splits.validation().stream()).toList();
    };
  }

  /** Whether a step's candidates compete on growing samples of the acceptance set. */
  public boolean races() {
    return race > 0;
  }

  /** Returns the rule that accepts or rejects candidates. */
  SimulatedAnnealing rule() {
    return new SimulatedAnnealing(temperature, cooling, largestDrop);
  }

  private static void require(String name, Number value, boolean holds, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(
          "optimizer.annealing." + name + " is " + value + "; must be " + allowed);
    }
  }
}
