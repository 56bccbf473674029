package io.dlpo.optimizer.spec;

import io.dlpo.optimizer.refusal.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Says which key was perhaps meant. */
final class UnknownKey {

  private static final int FARTHEST = 3;

  private UnknownKey() {}

  static Problem problem(String path, String key, Collection<String> known) {
    String allowed = String.join(", ", known);
    String meant = nearest(key, known).map(near -> " (did you mean " + near + "?)").orElse("");
    return new Problem(
        path, null, allowed, path + " is an unknown key" + meant + "; allowed is " + allowed);
  }

  private static Optional<String> nearest(String key, Collection<String> known) {
    String lower = key.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= FARTHEST)
        .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
