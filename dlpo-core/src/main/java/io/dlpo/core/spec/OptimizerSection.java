package io.dlpo.core.spec;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.BatchSource;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.ValidationSettings;
import io.dlpo.core.technique.LearningRateDecay;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.TextualDropout;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.TextualMomentum;
import io.dlpo.core.technique.TextualRegularization;
import io.dlpo.core.update.UpdateForm;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code optimizer}, merged with its profile. A technique that is off is null.
 *
 * @param profile name of the profile
 */
record OptimizerSection(
    String profile,
    int batchSize,
    int steps,
    int maxRedraws,
    @Nullable LearningRate learningRate,
    @Nullable TextualDropout dropout,
    @Nullable TextualMomentum momentum,
    @Nullable TextualContrast contrast,
    @Nullable Regularization regularization,
    @Nullable AnnealingSettings annealing,
    ValidationSettings validation,
    boolean retryRejected,
    boolean rewrites,
    CritiqueMode critique,
    int candidates,
    int memory,
    BatchSource batchFrom) {

  /** The learning rate and its decay; the decay may be {@code none}. */
  record LearningRate(int limit, String decay, @Nullable Double factor) {

    private static final String NO_DECAY = "none";

    static @Nullable LearningRate of(TechniqueSettings techniques) {
      TextualLearningRate rate = techniques.learningRate();
      LearningRateDecay decay = techniques.decay();
      if (rate == null) {
        return null;
      }
      return decay == null
          ? new LearningRate(rate.limit(), NO_DECAY, null)
          : new LearningRate(rate.limit(), decay.schedule().name(), decay.factor());
    }

    @Nullable LearningRateDecay schedule() {
      return decay.equals(NO_DECAY) || factor == null
          ? null
          : new LearningRateDecay(
              LearningRateDecay.Schedule.valueOf(decay.toUpperCase(Locale.ROOT)), factor);
    }
  }

  /** Regularization, with the names used in a spec. */
  record Regularization(boolean l1, boolean l2, int fromStep) {

    static @Nullable Regularization of(@Nullable TextualRegularization technique) {
      return technique == null
          ? null
          : new Regularization(technique.removes(), technique.simplifies(), technique.fromStep());
    }

    TextualRegularization technique() {
      return new TextualRegularization(l1, l2, fromStep);
    }
  }

  /**
   * Converts the section to the optimizer's settings.
   *
   * @param named the techniques that the spec names itself; they apply to every arm
   */
  OptimizerSettings settings(Set<String> named) {
    TechniqueSettings techniques = techniques();
    return new OptimizerSettings(
        profile,
        batchSize,
        steps,
        maxRedraws,
        techniques,
        profile.equals(Profiles.ADAPTIVE)
            ? Arms.STANDARD.with(arm -> over(arm, techniques, named))
            : null,
        annealing,
        validation,
        retryRejected,
        rewrites,
        new UpdateForm(critique, candidates, memory),
        batchFrom);
  }

  private TechniqueSettings techniques() {
    return new TechniqueSettings(
        learningRate == null ? null : new TextualLearningRate(learningRate.limit()),
        learningRate == null ? null : learningRate.schedule(),
        dropout,
        momentum,
        contrast,
        regularization == null ? null : regularization.technique());
  }

  private static TechniqueSettings over(
      TechniqueSettings arm, TechniqueSettings spec, Set<String> named) {
    TechniqueSettings rate = named.contains("learningRate") ? spec : arm;
    return new TechniqueSettings(
        rate.learningRate(),
        rate.decay(),
        (named.contains("dropout") ? spec : arm).dropout(),
        (named.contains("momentum") ? spec : arm).momentum(),
        (named.contains("contrast") ? spec : arm).contrast(),
        (named.contains("regularization") ? spec : arm).regularization());
  }
}
