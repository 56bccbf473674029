package io.dlpo.core.technique;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which techniques shape the update, and how; each is off where it is null.
 *
 * @param learningRate most edits of a step
 * @param decay how that falls
 * @param dropout what is left alone in a step
 * @param momentum what of earlier gradients is shown
 * @param contrast which prompts of the history are compared
 * @param regularization the pass after the update
 */
public record TechniqueSettings(
    @Nullable TextualLearningRate learningRate,
    @Nullable LearningRateDecay decay,
    @Nullable TextualDropout dropout,
    @Nullable TextualMomentum momentum,
    @Nullable TextualContrast contrast,
    @Nullable TextualRegularization regularization) {

  /** None of them. */
  public static final TechniqueSettings NONE =
      new TechniqueSettings(null, null, null, null, null, null);

  /** Those that the paper recommends beside annealing, with our own values. */
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

  /** Those that are on, in the order in which they act. */
  public List<Technique> active() {
    return Stream.<@Nullable Technique>of(
            learningRate, decay, dropout, momentum, contrast, regularization)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }
}
