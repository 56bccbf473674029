package io.dlpo.core.spec;

import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.technique.LearningRateDecay;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.TextualDropout;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.TextualMomentum;
import io.dlpo.core.technique.TextualRegularization;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the techniques within {@code optimizer}. Each is an object with its settings, {@code true},
 * or {@code false}; one that is left out is as the profile has it.
 */
final class TechniqueSection {

  private static final Bounds SHARE = new Bounds(p -> p > 0 && p <= 1, "a number over 0 up to 1");
  private static final Bounds GAP = new Bounds(g -> g >= 0 && g <= 1, "a number from 0 to 1");
  private static final String NO_DECAY = "none";
  private static final int MOST = 1_000_000;

  private TechniqueSection() {}

  static TechniqueSettings read(Section optimizer, TechniqueSettings profile) {
    TextualLearningRate rate = null;
    LearningRateDecay decay = null;
    if (!optimizer.has("learningRate")) {
      rate = profile.learningRate();
      decay = profile.decay();
    } else if (!optimizer.isOff("learningRate")) {
      Section section = optimizer.section("learningRate");
      rate = rate(section, profile.learningRate());
      decay = decay(section, profile.decay());
      section.end();
    }
    return new TechniqueSettings(
        rate,
        decay,
        technique(
            optimizer,
            "dropout",
            profile.dropout(),
            TextualDropout.DEFAULT,
            TechniqueSection::dropout),
        technique(
            optimizer,
            "momentum",
            profile.momentum(),
            TextualMomentum.DEFAULT,
            TechniqueSection::momentum),
        technique(
            optimizer,
            "contrast",
            profile.contrast(),
            TextualContrast.DEFAULT,
            TechniqueSection::contrast),
        technique(
            optimizer,
            "regularization",
            profile.regularization(),
            TextualRegularization.DEFAULT,
            TechniqueSection::regularization));
  }

  /**
   * The sets of techniques to choose from: what the spec says of a technique holds for all of them.
   *
   * @param said what the spec says
   * @param arms those of the profile; null if nothing is to be chosen
   */
  static @Nullable Arms arms(Section optimizer, TechniqueSettings said, @Nullable Arms arms) {
    return arms == null ? null : arms.with(arm -> over(optimizer, said, arm));
  }

  private static TechniqueSettings over(
      Section optimizer, TechniqueSettings said, TechniqueSettings arm) {
    TechniqueSettings rate = optimizer.has("learningRate") ? said : arm;
    return new TechniqueSettings(
        rate.learningRate(),
        rate.decay(),
        (optimizer.has("dropout") ? said : arm).dropout(),
        (optimizer.has("momentum") ? said : arm).momentum(),
        (optimizer.has("contrast") ? said : arm).contrast(),
        (optimizer.has("regularization") ? said : arm).regularization());
  }

  private static <T> @Nullable T technique(
      Section optimizer,
      String key,
      @Nullable T ofProfile,
      T defaults,
      BiFunction<Section, T, T> reader) {
    if (!optimizer.has(key)) {
      return ofProfile;
    }
    T base = ofProfile == null ? defaults : ofProfile;
    if (optimizer.isOff(key)) {
      return null;
    }
    if (optimizer.isOn(key)) {
      return base;
    }
    Section section = optimizer.section(key);
    T settings = reader.apply(section, base);
    section.end();
    return settings;
  }

  private static TextualLearningRate rate(Section section, @Nullable TextualLearningRate profile) {
    return new TextualLearningRate(
        profile == null
            ? section.requiredInteger("limit", 1, MOST)
            : section.integer("limit", 1, MOST, profile.limit()));
  }

  private static @Nullable LearningRateDecay decay(
      Section section, @Nullable LearningRateDecay profile) {
    double factor =
        Objects.requireNonNull(
            section.number(
                "factor",
                SHARE,
                profile == null ? LearningRateDecay.DEFAULT_FACTOR : profile.factor()));
    String absent = profile == null ? NO_DECAY : profile.schedule().name().toLowerCase(Locale.ROOT);
    String name = Objects.requireNonNull(section.text("decay", absent));
    if (name.equalsIgnoreCase(NO_DECAY)) {
      return null;
    }
    for (LearningRateDecay.Schedule schedule : LearningRateDecay.Schedule.values()) {
      if (schedule.name().equalsIgnoreCase(name)) {
        return new LearningRateDecay(schedule, factor);
      }
    }
    section.refuse("decay", "none, linear, exponential or cosine");
    return null;
  }

  private static TextualDropout dropout(Section section, TextualDropout base) {
    return new TextualDropout(Objects.requireNonNull(section.number("share", SHARE, base.share())));
  }

  private static TextualMomentum momentum(Section section, TextualMomentum base) {
    return new TextualMomentum(
        section.integer("window", 1, TextualMomentum.MAX_WINDOW, base.window()),
        Objects.requireNonNull(section.number("decay", SHARE, base.decay())));
  }

  private static TextualContrast contrast(Section section, TextualContrast base) {
    return new TextualContrast(
        section.oneOf("selection", TextualContrast.Selection.class, base.selection()),
        section.integer("count", 1, TextualContrast.MAX_COUNT, base.count()),
        Objects.requireNonNull(section.number("gap", GAP, base.gap())));
  }

  private static TextualRegularization regularization(Section section, TextualRegularization base) {
    boolean removes = section.truth("l1", base.removes());
    boolean simplifies = section.truth("l2", base.simplifies());
    int fromStep = section.integer("fromStep", 1, MOST, base.fromStep());
    if (!removes && !simplifies) {
      section.refuse("l1", "true, or true for l2; to switch both off: regularization: false");
      return base;
    }
    return new TextualRegularization(removes, simplifies, fromStep);
  }
}
