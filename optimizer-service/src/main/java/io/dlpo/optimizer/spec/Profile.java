package io.dlpo.optimizer.spec;

import io.dlpo.optimizer.run.AnnealingSettings;
import io.dlpo.optimizer.run.OptimizerSettings;
import io.dlpo.optimizer.technique.LearningRateDecay;
import io.dlpo.optimizer.technique.TechniqueSettings;
import io.dlpo.optimizer.technique.TextualContrast;
import io.dlpo.optimizer.technique.TextualLearningRate;
import io.dlpo.optimizer.technique.TextualMomentum;
import io.dlpo.optimizer.technique.TextualRegularization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of techniques that a spec begins with, and switches and sets on its own.
 *
 * @param key its name in a spec
 * @param techniques those that shape the update
 * @param annealing null if it is off: then every readable candidate is taken
 */
record Profile(String key, TechniqueSettings techniques, @Nullable AnnealingSettings annealing) {

  /** Simulated annealing alone. */
  static final Profile ANNEALING =
      new Profile(
          OptimizerSettings.DEFAULT_PROFILE, TechniqueSettings.NONE, AnnealingSettings.DEFAULT);

  /** None of the techniques. */
  static final Profile TEXTGRAD = new Profile("textgrad", TechniqueSettings.NONE, null);

  /** What the authors' code does. */
  static final Profile REFERENCE =
      new Profile(
          "reference",
          new TechniqueSettings(
              null, null, null, new TextualMomentum(3, 1), TextualContrast.REFERENCE, null),
          AnnealingSettings.REFERENCE);

  /** The combination that the paper recommends, with our own values. */
  static final Profile BEST_PRACTICE =
      new Profile(
          "best-practice",
          new TechniqueSettings(
              new TextualLearningRate(4),
              new LearningRateDecay(
                  LearningRateDecay.Schedule.EXPONENTIAL, LearningRateDecay.DEFAULT_FACTOR),
              null,
              null,
              TextualContrast.DEFAULT,
              TextualRegularization.DEFAULT),
          AnnealingSettings.DEFAULT);

  private static final List<Profile> ALL = List.of(ANNEALING, TEXTGRAD, REFERENCE, BEST_PRACTICE);

  static Optional<Profile> named(String name) {
    return ALL.stream().filter(profile -> profile.key.equals(name)).findFirst();
  }

  static String keys() {
    return ALL.stream().map(Profile::key).collect(Collectors.joining(", "));
  }
}
