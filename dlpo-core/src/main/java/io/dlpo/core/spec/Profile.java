package io.dlpo.core.spec;

import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.TextualMomentum;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of techniques that a spec begins with, and switches and sets on its own.
 *
 * @param key its name in a spec
 * @param techniques those that shape the update, unless there are arms
 * @param arms the sets of techniques that are chosen from in each step; null if none is chosen
 * @param annealing null if it is off: then every readable candidate is taken
 */
record Profile(
    String key,
    TechniqueSettings techniques,
    @Nullable Arms arms,
    @Nullable AnnealingSettings annealing) {

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
      new Profile("best-practice", TechniqueSettings.BEST_PRACTICE, AnnealingSettings.DEFAULT);

  /** In each step one of several sets, chosen by what they have earned in the run. */
  static final Profile ADAPTIVE =
      new Profile("adaptive", TechniqueSettings.NONE, Arms.STANDARD, AnnealingSettings.DEFAULT);

  private static final List<Profile> ALL =
      List.of(ANNEALING, TEXTGRAD, REFERENCE, BEST_PRACTICE, ADAPTIVE);

  private Profile(String key, TechniqueSettings techniques, @Nullable AnnealingSettings annealing) {
    this(key, techniques, null, annealing);
  }

  static Optional<Profile> named(String name) {
    return ALL.stream().filter(profile -> profile.key.equals(name)).findFirst();
  }

  static String keys() {
    return ALL.stream().map(Profile::key).collect(Collectors.joining(", "));
  }
}
