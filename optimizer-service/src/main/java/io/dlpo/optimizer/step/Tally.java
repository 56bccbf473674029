package io.dlpo.optimizer.step;

/**
 * Right answers as integer counts, so that scores compare exactly.
 *
 * @param correct right answers
 * @param total answers, 1 or more
 */
public record Tally(int correct, int total) {

  public Tally {
    if (total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          "Tally is " + correct + " of " + total + "; allowed is 0 to total of 1 or more");
    }
  }

  /** The share of right answers, 0 to 1. */
  public double score() {
    return (double) correct / total;
  }

  @Override
  public String toString() {
    return correct + " of " + total;
  }
}
