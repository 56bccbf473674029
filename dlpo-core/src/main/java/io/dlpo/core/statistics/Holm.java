package io.dlpo.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holm's correction for several tests: with it, the chance of even one false finding among them is
 * at most that of a single test, however they depend on each other.
 */
public final class Holm {

  private Holm() {}

  /**
   * Adjusts the probabilities of one family of tests.
   *
   * @param family in any order; a test without a probability is null, and counts as a member
   * @return the adjusted ones in the same order, 0 to 1, none under the original
   */
  public static List<@Nullable Double> adjust(List<@Nullable Double> family) {
    int size = family.size();
    List<Integer> defined =
        IntStream.range(0, size)
            .filter(at -> family.get(at) != null)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> Objects.requireNonNull(family.get(at))))
            .toList();
    @Nullable Double[] adjusted = new @Nullable Double[size];
    double least = 0;
    for (int rank = 0; rank < defined.size(); rank++) {
      int at = defined.get(rank);
      double p = Objects.requireNonNull(family.get(at));
      least = Math.max(least, Math.min(1, p * (size - rank)));
      adjusted[at] = least;
    }
    return new ArrayList<>(Arrays.asList(adjusted));
  }
}
