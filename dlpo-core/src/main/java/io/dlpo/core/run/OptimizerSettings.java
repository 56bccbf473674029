package io.dlpo.core.run;

import io.dlpo.core.adaptive.Arm;
import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.update.UpdateForm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the optimization loop and its techniques.
 *
 * @param profile name of the profile that supplies the default techniques
 * @param batchSize number of examples in a step's minibatch, 1 to {@value #MAX_BATCH_SIZE}
 * @param steps number of steps of the run, 1 to {@value #MAX_STEPS}
 * @param maxRedraws how often a step redraws a batch without mistakes, 0 to {@value #MAX_REDRAWS}
 * @param techniques techniques that shape the update; with arms, the techniques that all arms share
 * @param arms sets of techniques from which the run chooses one per step; null if it does not
 *     choose
 * @param annealing simulated annealing; null if off, and every readable candidate is accepted
 * @param validation which accepted prompts are scored on the validation split
 * @param retryRejected whether a candidate with the text of an earlier, rejected one is scored
 *     again; if not, the update is shown what was rejected, and the step ends if it insists
 * @param rewrites whether a backward model whose edits cannot be read may write the whole prompt
 * @param form how mistakes become candidates
 * @param batchFrom the examples from which batches are drawn
 */
public record OptimizerSettings(
    String profile,
    int batchSize,
    int steps,
    int maxRedraws,
    TechniqueSettings techniques,
    @Nullable Arms arms,
    @Nullable AnnealingSettings annealing,
    ValidationSettings validation,
    boolean retryRejected,
    boolean rewrites,
    UpdateForm form,
    BatchSource batchFrom) {

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
    Objects.requireNonNull(form, "optimizer.form is missing");
    if (form.candidates() > 1 && annealing == null) {
      throw new IllegalArgumentException(
          "optimizer.candidates is %d; must be 1, since annealing is off and candidates are not scored"
              .formatted(form.candidates()));
    }
    if (batchFrom == BatchSource.MISTAKES
        && (annealing == null
            || annealing.split() == AcceptanceSplit.VALIDATION
            || annealing.start() != AnnealingStart.INITIAL)) {
      throw new IllegalArgumentException(
          "optimizer.batchFrom is MISTAKES; must be TRAIN, unless optimizer.annealing.split is TRAIN"
              + " or TRAIN_AND_VALIDATION and optimizer.annealing.start is INITIAL");
    }
    requireRange("optimizer.batchSize", batchSize, 1, MAX_BATCH_SIZE);
    requireRange("optimizer.steps", steps, 1, MAX_STEPS);
    requireRange("optimizer.maxRedraws", maxRedraws, 0, MAX_REDRAWS);
  }

  /** Does not score a rejected candidate again, and lets the backward model write whole prompts. */
  public OptimizerSettings(
      String profile,
      int batchSize,
      int steps,
      int maxRedraws,
      TechniqueSettings techniques,
      @Nullable Arms arms,
      @Nullable AnnealingSettings annealing,
      ValidationSettings validation) {
    this(
        profile,
        batchSize,
        steps,
        maxRedraws,
        techniques,
        arms,
        annealing,
        validation,
        false,
        true,
        UpdateForm.DEFAULT,
        BatchSource.TRAIN);
  }

  /** Uses the same techniques in all steps. */
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

  /** Returns how many examples the candidates of a step answer in the first round of a race. */
  public int firstRound(Splits splits) {
    return annealing == null
        ? 0
        : form.candidates() * Math.min(annealing.race(), annealing.acceptanceSet(splits).size());
  }

  /**
   * Returns how many examples, at most, the finalists answer that they have not answered before.
   */
  public int finalChoice(Splits splits) {
    if (annealing == null || !validation.choosesAtTheEnd()) {
      return 0;
    }
    int known =
        annealing.split() == AcceptanceSplit.VALIDATION
            ? annealing.acceptanceSet(splits).size()
            : 0;
    return validation.finalists() * (splits.validation().size() - known);
  }

  /** Returns the possible sets of techniques, one of which shapes each step; 1 or more. */
  public List<TechniqueSettings> sets() {
    return arms == null ? List.of(techniques) : arms.arms().stream().map(Arm::techniques).toList();
  }

  private static void requireRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + "; must be " + least + " to " + most);
    }
  }
}
