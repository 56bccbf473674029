package io.dlpo.core.run;

import io.dlpo.core.adaptive.Arm;
import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.technique.TechniqueSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The loop and its techniques.
 *
 * @param profile name of the set of techniques that the others were put on top of
 * @param batchSize examples of a step's minibatch, 1 to {@value #MAX_BATCH_SIZE}
 * @param steps steps of the run, 1 to {@value #MAX_STEPS}
 * @param maxRedraws how often a batch without a wrong answer is drawn again within a step, 0 to
 *     {@value #MAX_REDRAWS}
 * @param techniques those that shape the update; where there are arms, those that all of them have
 * @param arms the sets of techniques that the run chooses from in each step; null if it does not
 * @param annealing simulated annealing; null if off: then every readable candidate is accepted
 * @param validation which prompts the validation split scores
 */
public record OptimizerSettings(
    String profile,
    int batchSize,
    int steps,
    int maxRedraws,
    TechniqueSettings techniques,
    @Nullable Arms arms,
    @Nullable AnnealingSettings annealing,
    ValidationSettings validation) {

  public static final int MAX_BATCH_SIZE = 1000;
  public static final int MAX_STEPS = 1000;
  public static final int MAX_REDRAWS = 100;
  public static final String DEFAULT_PROFILE = "annealing";
  public static final int DEFAULT_BATCH_SIZE = 5;
  public static final int DEFAULT_STEPS = 10;
  public static final int DEFAULT_REDRAWS = 10;

  public OptimizerSettings {
    Objects.requireNonNull(profile, "optimizer.profile is missing");
    Objects.requireNonNull(techniques, "optimizer.techniques is missing");
    Objects.requireNonNull(validation, "optimizer.validation is missing");
    if (arms != null && annealing == null) {
      throw new IllegalArgumentException(
          "optimizer.annealing is off; the choice of techniques learns from the scores of candidates,"
              + " so it must be on");
    }
    requireRange("optimizer.batchSize", batchSize, 1, MAX_BATCH_SIZE);
    requireRange("optimizer.steps", steps, 1, MAX_STEPS);
    requireRange("optimizer.maxRedraws", maxRedraws, 0, MAX_REDRAWS);
  }

  /** With the same techniques in all steps. */
  public OptimizerSettings(
      String profile,
      int batchSize,
      int steps,
      int maxRedraws,
      TechniqueSettings techniques,
      @Nullable AnnealingSettings annealing,
      ValidationSettings validation) {
    this(profile, batchSize, steps, maxRedraws, techniques, null, annealing, validation);
  }

  /** The sets of techniques of which one shapes a step, 1 or more. */
  public List<TechniqueSettings> sets() {
    return arms == null ? List.of(techniques) : arms.arms().stream().map(Arm::techniques).toList();
  }

  private static void requireRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + "; allowed is " + least + " to " + most);
    }
  }
}
