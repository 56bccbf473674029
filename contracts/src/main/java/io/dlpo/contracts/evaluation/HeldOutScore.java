package io.dlpo.contracts.evaluation;

/**
 * A prompt's result on held-out examples.
 *
 * @param correct right answers
 * @param total examples that were answered
 * @param score mean score, 0 to 1
 * @param lower lower end of the 95 % interval (Wilson)
 * @param upper upper end of it
 */
public record HeldOutScore(int correct, int total, double score, double lower, double upper) {

  public HeldOutScore {
    if (correct < 0 || total < 1 || correct > total) {
      throw new IllegalArgumentException(
          "HeldOutScore has correct " + correct + " of total " + total);
    }
  }
}
