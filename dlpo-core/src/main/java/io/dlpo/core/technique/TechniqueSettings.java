package io.dlpo.core.technique;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the techniques that shape the update. A technique is off if it is null.
 *
 * @param learningRate maximum number of edits per step
 * @param decay how that maximum falls
 * @param dropout share of the prompt that is protected in a step
 * @param momentum which earlier gradients are shown
 * @param contrast which earlier prompts are compared
 * @param regularization the pass after the update
 */
public record TechniqueSettings(
    @Nullable TextualLearningRate learningRate,
    @Nullable LearningRateDecay decay,
    @Nullable TextualDropout dropout,
    @Nullable TextualMomentum momentum,
    @Nullable TextualContrast contrast,
    @Nullable TextualRegularization regularization) {

  /** No techniques. */
  public static final TechniqueSettings NONE =
      new TechniqueSettings(null, null, null, null, null, null);

  /** The techniques that the paper recommends along with annealing, with our own values. */
  public static final TechniqueSettings BEST_PRACTICE =
      new TechniqueSettings(
          new TextualLearningRate(4),
          new LearningRateDecay(
              LearningRateDecay.Schedule.EXPONENTIAL, LearningRateDecay.DEFAULT_FACTOR),
          null,
          null,
          TextualContrast.DEFAULT,
          TextualRegularization.DEFAULT);

  public TechniqueSettings {
    if (decay != null && learningRate == null) {
      throw new IllegalArgumentException(
          "optimizer.learningRate.limit is missing; a decay needs a limit to fall from");
    }
  }

  /** Returns the enabled techniques in the order in which they act. */
  public List<Technique> active() {
    return Stream.<@Nullable Technique>of(
            learningRate, decay, dropout, momentum, contrast, regularization)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }
}
