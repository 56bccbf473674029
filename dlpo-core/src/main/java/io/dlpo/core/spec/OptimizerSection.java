package io.dlpo.core.spec;

import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.AnnealingStart;
import io.dlpo.core.run.CoolingPer;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.ValidationSettings;
import io.dlpo.core.technique.TechniqueSettings;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code optimizer}. */
final class OptimizerSection {

  private static final Bounds OVER_ZERO = new Bounds(t -> t > 0, "a number over 0");
  private static final Bounds ONE_OR_MORE = new Bounds(d -> d >= 1, "a number of 1 or more");
  private static final Bounds FRACTION = new Bounds(f -> f >= 0 && f <= 1, "a number from 0 to 1");
  private static final int MOST = 1_000_000;

  private OptimizerSection() {}

  /** The loop and its techniques, every default filled in. */
  static OptimizerSettings read(Section section) {
    Profile profile = profile(section);
    TechniqueSettings techniques = TechniqueSection.read(section, profile.techniques());
    OptimizerSettings settings =
        new OptimizerSettings(
            profile.key(),
            section.integer(
                "batchSize",
                1,
                OptimizerSettings.MAX_BATCH_SIZE,
                OptimizerSettings.DEFAULT_BATCH_SIZE),
            section.integer(
                "steps", 1, OptimizerSettings.MAX_STEPS, OptimizerSettings.DEFAULT_STEPS),
            section.integer(
                "maxRedraws", 0, OptimizerSettings.MAX_REDRAWS, OptimizerSettings.DEFAULT_REDRAWS),
            techniques,
            TechniqueSection.arms(section, techniques, profile.arms()),
            annealing(section, profile),
            validation(section.section("validation")));
    section.end();
    return settings;
  }

  private static Profile profile(Section section) {
    String name = section.text("profile", OptimizerSettings.DEFAULT_PROFILE);
    Optional<Profile> profile = Profile.named(Objects.requireNonNull(name));
    if (profile.isEmpty()) {
      section.refuse("profile", Profile.keys());
    }
    return profile.orElse(Profile.ANNEALING);
  }

  private static @Nullable AnnealingSettings annealing(Section optimizer, Profile profile) {
    AnnealingSettings settings = annealing(optimizer, profile.annealing());
    if (settings == null && profile.arms() != null) {
      optimizer.refuse(
          "annealing",
          "true or an object: the profile "
              + profile.key()
              + " learns from the scores of candidates, so they must be compared");
      return AnnealingSettings.DEFAULT;
    }
    return settings;
  }

  private static @Nullable AnnealingSettings annealing(
      Section optimizer, @Nullable AnnealingSettings profile) {
    if (!optimizer.has("annealing")) {
      return profile;
    }
    if (optimizer.isOff("annealing")) {
      return null;
    }
    AnnealingSettings defaults = profile == null ? AnnealingSettings.DEFAULT : profile;
    if (optimizer.isOn("annealing")) {
      return defaults;
    }
    Section section = optimizer.section("annealing");
    boolean enabled = section.truth("enabled", true);
    AnnealingSettings settings =
        new AnnealingSettings(
            given(section.number("temperature", OVER_ZERO, defaults.temperature())),
            given(section.number("cooling", ONE_OR_MORE, defaults.cooling())),
            given(section.number("largestDrop", FRACTION, defaults.largestDrop())),
            section.oneOf("per", CoolingPer.class, defaults.per()),
            section.oneOf("start", AnnealingStart.class, defaults.start()),
            section.oneOf("split", AcceptanceSplit.class, defaults.split()),
            section.integer("examples", 0, MOST, defaults.examples()),
            section.truth("screening", defaults.screening()),
            section.integer("rungs", 1, AnnealingSettings.MAX_RUNGS, defaults.rungs()));
    section.end();
    return enabled ? settings : null;
  }

  private static ValidationSettings validation(Section section) {
    int every = section.integer("every", 1, MOST, ValidationSettings.DEFAULT.every());
    section.end();
    return new ValidationSettings(every);
  }

  private static double given(@Nullable Double value) {
    return Objects.requireNonNull(value);
  }
}
