package io.dlpo.core.spec;

import io.dlpo.core.refusal.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Says which key was perhaps meant. */
final class UnknownKey {

  private static final int FARTHEST = 3;
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private UnknownKey() {}

  static Problem problem(String path, String key, Collection<String> known) {
    String allowed = String.join(", ", known);
    String meant = nearest(key, known).map(near -> " (did you mean " + near + "?)").orElse("");
    return new Problem(
        path, null, allowed, path + " is an unknown key" + meant + "; allowed is " + allowed);
  }

  private static Optional<String> nearest(String key, Collection<String> known) {
    ToIntFunction<String> distance =
        name -> DISTANCE.apply(key.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    return known.stream()
        .filter(name -> distance.applyAsInt(name) <= FARTHEST)
        .min(Comparator.comparingInt(distance));
  }
}
