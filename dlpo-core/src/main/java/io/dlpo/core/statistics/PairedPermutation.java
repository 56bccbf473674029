package io.dlpo.core.statistics;

import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * The paired permutation test: under the null hypothesis, the sign of each difference is random.
 * Exact for few differences; for many, it draws random signs. The same data always give the same
 * result.
 */
public final class PairedPermutation {

  /** Maximum number of nonzero differences for which all combinations of signs are enumerated. */
  static final int MOST_EXACT = 16;

  private static final int DRAWS = 19_999;

  /** Sums that differ by less than this are considered equal. */
  private static final double ROUNDING = 1e-9;

  private PairedPermutation() {}

  /**
   * Tests whether the mean difference is 0.
   *
   * @param seed seed of the random signs
   * @return the two-sided p-value; 1 if all differences are 0
   */
  public static double test(Sample differences, long seed) {
    double[] other =
        differences.values().stream()
            .mapToDouble(Math::abs)
            .filter(difference -> difference > 0)
            .toArray();
    double found =
        Math.abs(differences.values().stream().mapToDouble(Double::doubleValue).sum()) - ROUNDING;
    return other.length <= MOST_EXACT ? exact(other, found) : drawn(other, found, seed);
  }

  private static double exact(double[] sizes, double found) {
    int combinations = 1 << sizes.length;
    int asFar = 0;
    for (int signs = 0; signs < combinations; signs++) {
      asFar += Math.abs(sum(sizes, signs)) >= found ? 1 : 0;
    }
    return (double) asFar / combinations;
  }

  /** The observed signs count as one draw, so the p-value is never 0. */
  private static double drawn(double[] sizes, double found, long seed) {
    SplitMix64 generator = new SplitMix64(seed);
    int asFar = 1;
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (double size : sizes) {
        sum += generator.nextBoolean() ? size : -size;
      }
      asFar += Math.abs(sum) >= found ? 1 : 0;
    }
    return asFar / (DRAWS + 1.0);
  }

  private static double sum(double[] sizes, int signs) {
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      sum += (signs >> i & 1) == 0 ? sizes[i] : -sizes[i];
    }
    return sum;
  }
}
