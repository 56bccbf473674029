package io.dlpo.core.statistics;

/**
 * Two prompts on the same examples, where each answer is correct or incorrect.
 *
 * @param both number of examples that both answer correctly
 * @param onlyFirst number of examples that only the first answers correctly
 * @param onlySecond number of examples that only the second answers correctly
 * @param neither number of examples that neither answers correctly
 */
public record Agreement(int both, int onlyFirst, int onlySecond, int neither) {

  public Agreement {
    if (Math.min(Math.min(both, onlyFirst), Math.min(onlySecond, neither)) < 0
        || both + onlyFirst + onlySecond + neither == 0) {
      throw new IllegalArgumentException(
          "Agreement is %d, %d, %d, %d; each must be 0 or more, with 1 example or more in total"
              .formatted(both, onlyFirst, onlySecond, neither));
    }
  }

  /** Number of examples. */
  public int size() {
    return both + onlyFirst + onlySecond + neither;
  }

  /** The accuracy of the second minus the accuracy of the first. */
  public double difference() {
    return (double) (onlySecond - onlyFirst) / size();
  }

  /**
   * The 95 % interval of the difference: Newcombe's score interval for paired proportions (1998,
   * method 10). It also holds for small counts, and if one prompt answers everything correctly.
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

  /** Correlation of the two prompts' correct answers, with continuity correction. */
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
