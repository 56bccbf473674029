package io.dlpo.core.statistics;

/**
 * Two prompts on the same examples, each answer right or wrong.
 *
 * @param both examples that both have right
 * @param onlyFirst examples that only the first has right
 * @param onlySecond examples that only the second has right
 * @param neither examples that none has right
 */
public record Agreement(int both, int onlyFirst, int onlySecond, int neither) {

  public Agreement {
    if (Math.min(Math.min(both, onlyFirst), Math.min(onlySecond, neither)) < 0
        || both + onlyFirst + onlySecond + neither == 0) {
      throw new IllegalArgumentException(
          "Agreement is %d, %d, %d, %d; allowed is 0 or more each, and one example at least"
              .formatted(both, onlyFirst, onlySecond, neither));
    }
  }

  /** How many examples. */
  public int size() {
    return both + onlyFirst + onlySecond + neither;
  }

  /** The second's share of right answers minus the first's. */
  public double difference() {
    return (double) (onlySecond - onlyFirst) / size();
  }

  /**
   * The 95 % interval of the difference: Newcombe's score interval for paired proportions (1998,
   * method 10), which holds for small counts, and where one of them has everything right.
   */
  public Interval interval() {
    double first = (double) (both + onlyFirst) / size();
    double second = (double) (both + onlySecond) / size();
    Interval ofFirst = Interval.wilson(both + onlyFirst, size());
    Interval ofSecond = Interval.wilson(both + onlySecond, size());
    double phi = correlation();
    double down = distance(second - ofSecond.lower(), ofFirst.upper() - first, phi);
    double up = distance(ofSecond.upper() - second, first - ofFirst.lower(), phi);
    return new Interval(Math.max(-1, difference() - down), Math.min(1, difference() + up));
  }

  private static double distance(double one, double other, double phi) {
    return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
  }

  /** How far right answers of both come together, corrected for continuity. */
  private double correlation() {
    double margins =
        (double) (both + onlyFirst)
            * (onlySecond + neither)
            * (both + onlySecond)
            * (onlyFirst + neither);
    if (margins == 0) {
      return 0;
    }
    double product = (double) both * neither - (double) onlyFirst * onlySecond;
    double corrected = product < 0 ? product : Math.max(0, product - size() / 2.0);
    return corrected / Math.sqrt(margins);
  }
}
