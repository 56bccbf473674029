package io.dlpo.core.dataset;

import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.core.source32.MersenneTwister;

/**
 * Shuffles as {@code random.Random(seed).shuffle(list)} does in CPython 3.2 and later, so that the
 * splits equal those of the authors' code.
 */
final class PythonShuffle {

  private final MersenneTwister generator;

  private PythonShuffle(long seed) {
    // CPython seeds with the absolute value, as 32-bit words, least significant first.
    long magnitude = Math.abs(seed);
    int low = (int) magnitude;
    int high = (int) (magnitude >>> Integer.SIZE);
    generator = new MersenneTwister(high == 0 ? new int[] {low} : new int[] {low, high});
  }

  /** Shuffles in place. */
  static void shuffle(List<?> list, long seed) {
    PythonShuffle shuffle = new PythonShuffle(seed);
    for (int last = list.size() - 1; last > 0; last--) {
      Collections.swap(list, last, shuffle.below(last + 1));
    }
  }

  /**
   * CPython's {@code _randbelow}: draws as many bits as the bound has, until the value is below it.
   */
  private int below(int bound) {
    int unusedBits = Integer.numberOfLeadingZeros(bound);
    int drawn = generator.nextInt() >>> unusedBits;
    while (drawn >= bound) {
      drawn = generator.nextInt() >>> unusedBits;
    }
    return drawn;
  }
}
