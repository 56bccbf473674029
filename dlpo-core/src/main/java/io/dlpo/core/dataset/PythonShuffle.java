package io.dlpo.core.dataset;

import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.core.source32.MersenneTwister;

/**
 * The order that {@code random.Random(seed).shuffle(list)} of CPython 3.2 and newer gives, so that
 * the splits are those of the authors' code.
 */
final class PythonShuffle {

  private final MersenneTwister generator;

  private PythonShuffle(long seed) {
    // CPython seeds with the absolute value, as 32-bit words from the lowest, at least one.
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

  /** CPython's {@code _randbelow}: as many bits as the bound has, drawn again if over it. */
  private int below(int bound) {
    int unusedBits = Integer.numberOfLeadingZeros(bound);
    int drawn = generator.nextInt() >>> unusedBits;
    while (drawn >= bound) {
      drawn = generator.nextInt() >>> unusedBits;
    }
    return drawn;
  }
}
