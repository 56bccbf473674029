package io.dlpo.core.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** McNemar's exact test: two prompts on the same examples, each answer right or wrong. */
public final class McNemar {

  private McNemar() {}

  /**
   * Only the examples on which the two differ say anything; if neither is better, each of these
   * falls to either side like a coin.
   *
   * @param onlyFirst examples that only the first has right
   * @param onlySecond examples that only the second has right
   * @return the two-sided probability; 1 if they differ nowhere
   */
  public static double exact(int onlyFirst, int onlySecond) {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(
          "McNemar has %d and %d examples; allowed is 0 or more".formatted(onlyFirst, onlySecond));
    }
    int differing = onlyFirst + onlySecond;
    BinomialDistribution coins = new BinomialDistribution(null, differing, 0.5);
    // Summed from the end, for the library's own sum leaves nothing of a very small one.
    double tail =
        IntStream.rangeClosed(0, Math.min(onlyFirst, onlySecond))
            .mapToDouble(coins::probability)
            .sum();
    return Math.min(1, 2 * tail);
  }
}
