package io.dlpo.optimizer.spec;

import io.dlpo.optimizer.run.AnnealingSettings;
import io.dlpo.optimizer.run.OptimizerSettings;
import io.dlpo.optimizer.technique.TechniqueSettings;
import io.dlpo.optimizer.technique.TextualContrast;
import io.dlpo.optimizer.technique.TextualMomentum;
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
              null, null, null, new TextualMomentum(3, 1), TextualContrast.REFERENCE),
          AnnealingSettings.REFERENCE);

  private static final List<Profile> ALL = List.of(ANNEALING, TEXTGRAD, REFERENCE);

  static Optional<Profile> named(String name) {
    return ALL.stream().filter(profile -> profile.key.equals(name)).findFirst();
  }

  static String keys() {
    return ALL.stream().map(Profile::key).collect(Collectors.joining(", "));
  }
}
