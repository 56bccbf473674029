package io.dlpo.core.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * McNemar's exact test for two prompts on the same examples, where each answer is correct or
 * incorrect.
 */
public final class McNemar {

  private McNemar() {}

  /**
   * Only examples on which the two prompts differ carry information. Under the null hypothesis,
   * each of them favours either prompt with probability ½.
   *
   * @param onlyFirst number of examples that only the first answers correctly
   * @param onlySecond number of examples that only the second answers correctly
   * @return the two-sided p-value; 1 if the prompts differ on no example
   */
  public static double exact(int onlyFirst, int onlySecond) {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(
          "McNemar has %d and %d examples; must be 0 or more".formatted(onlyFirst, onlySecond));
    }
    BinomialDistribution coins = BinomialDistribution.of(onlyFirst + onlySecond, 0.5);
    return Math.min(1, 2 * coins.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
  }
}
