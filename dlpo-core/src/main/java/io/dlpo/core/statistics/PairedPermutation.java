package io.dlpo.core.statistics;

import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * The permutation test for pairs: if neither side is better, each difference may as well have the
 * other sign. Exact for few differences, drawn for many; the same data give the same result.
 */
public final class PairedPermutation {

  /** Differences other than 0 up to which every combination of signs is counted. */
  static final int MOST_EXACT = 16;

  private static final int DRAWS = 19_999;

  /** Sums that differ by no more than this differ by rounding only. */
  private static final double ROUNDING = 1e-9;

  private PairedPermutation() {}

  /**
   * Tests whether differences are 0 on average.
   *
   * @param seed of the signs that are drawn
   * @return the two-sided probability; 1 if there is no difference at all
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

  /** The observed signs count as a draw, so the probability is never 0. */
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
