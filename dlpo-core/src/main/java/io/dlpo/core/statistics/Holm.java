package io.dlpo.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holm's correction for multiple tests. It bounds the probability of at least one false positive in
 * the family, whatever the dependence between the tests.
 */
public final class Holm {

  private Holm() {}

  /**
   * Adjusts the p-values of one family of tests.
   *
   * @param family in any order; null for a test without a p-value, which still counts as a member
   * @return the adjusted p-values in the same order, from 0 to 1, none below the original
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
