package io.dlpo.core.spec;

import io.dlpo.core.refusal.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Describes problems of a spec. Each message names the key, the value and what it must be. */
final class Wording {

  private static final int FARTHEST = 3;
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Wording() {}

  /** A required key is missing. */
  static Problem required(String key, String allowed) {
    return new Problem(key, null, allowed, "`%s` is required: %s".formatted(key, allowed));
  }

  /** A value is invalid. */
  static Problem mustBe(String key, String value, String allowed) {
    String shown =
        value.length() > Problem.MAX_VALUE ? value.substring(0, Problem.MAX_VALUE) + "…" : value;
    return new Problem(
        key, value, allowed, "`%s` is '%s'; it must be %s".formatted(key, shown, allowed));
  }

  /**
   * An unknown key, with a suggestion if a known key is similar.
   *
   * @param path path of the key
   * @param known the keys that are valid there
   */
  static Problem unknown(String path, String key, Collection<String> known) {
    String allowed = String.join(", ", known);
    String meant = nearest(key, known).map(near -> " (did you mean " + near + "?)").orElse("");
    return new Problem(
        path,
        null,
        allowed,
        "`%s` is an unknown key%s; it must be one of %s".formatted(path, meant, allowed));
  }

  private static Optional<String> nearest(String key, Collection<String> known) {
    ToIntFunction<String> distance =
        name -> DISTANCE.apply(key.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    return known.stream()
        .filter(name -> distance.applyAsInt(name) <= FARTHEST)
        .min(Comparator.comparingInt(distance));
  }
}
