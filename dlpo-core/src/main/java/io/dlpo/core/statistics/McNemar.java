package io.dlpo.core.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

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
    BinomialDistribution coins = BinomialDistribution.of(onlyFirst + onlySecond, 0.5);
    return Math.min(1, 2 * coins.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
  }
}
