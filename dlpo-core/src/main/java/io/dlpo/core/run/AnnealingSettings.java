package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.annealing.SimulatedAnnealing;
import java.util.List;
import java.util.Objects;

/**
 * Simulated annealing (TSA).
 *
 * <p>The defaults are meant for runs of 10 to 20 steps. On 50 examples one answer less is a drop of
 * .02: at temperature .05 that is accepted with probability .67, after one accepted step with .45,
 * after three with .04. So a run explores while it has steps to recover in, then only climbs. The
 * authors' own 64 accepts nearly every drop up to the largest for the first ten accepted steps.
 *
 * @param temperature T0, over 0, in accuracy: a drop of T is accepted with probability 1/e
 * @param cooling by which the temperature is divided each time, 1 or more
 * @param largestDrop accuracy by which a candidate may be worse at all, 0 to 1
 * @param per what lowers the temperature
 * @param start what the first candidate is compared with
 * @param split what a candidate is measured on
 * @param examples how many of the split's first examples, or 0 for all
 * @param screening whether a candidate must first answer more of its step's batch right than the
 *     prompt it was made from; most bad ones then cost a batch, not the acceptance set
 * @param rungs in how many growing prefixes of the acceptance set a candidate is scored, 1 to
 *     {@value #MAX_RUNGS}: with 1 all of it at once, which is fastest; with more, scoring stops as
 *     soon as the candidate cannot be accepted any more, which costs fewer calls and changes no
 *     decision
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
    int rungs) {

  public static final int MAX_RUNGS = 10;

  /** The defaults. */
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
          1);

  /** The values of the authors' code. */
  public static final AnnealingSettings REFERENCE =
      new AnnealingSettings(
          64, 2, 0.3, CoolingPer.ACCEPTED, AnnealingStart.ZERO, AcceptanceSplit.TRAIN, 0, false, 1);

  public AnnealingSettings {
    Objects.requireNonNull(per, "optimizer.annealing.per is missing");
    Objects.requireNonNull(start, "optimizer.annealing.start is missing");
    Objects.requireNonNull(split, "optimizer.annealing.split is missing");
    require("examples", examples, examples >= 0, "0 or more");
    require("temperature", temperature, temperature > 0 && Double.isFinite(temperature), "over 0");
    require("cooling", cooling, cooling >= 1 && Double.isFinite(cooling), "1 or more");
    require("largestDrop", largestDrop, largestDrop >= 0 && largestDrop <= 1, "0 to 1");
    require("rungs", rungs, rungs >= 1 && rungs <= MAX_RUNGS, "1 to " + MAX_RUNGS);
  }

  /** The examples on which candidates are compared. */
  public List<Example> acceptanceSet(Splits splits) {
    List<Example> all = split == AcceptanceSplit.TRAIN ? splits.train() : splits.validation();
    return examples == 0 ? all : all.subList(0, Math.min(examples, all.size()));
  }

  /** The rule that decides on candidates. */
  SimulatedAnnealing rule() {
    return new SimulatedAnnealing(temperature, cooling, largestDrop);
  }

  private static void require(String name, Number value, boolean holds, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(
          "optimizer.annealing." + name + " is " + value + "; allowed is " + allowed);
    }
  }
}
