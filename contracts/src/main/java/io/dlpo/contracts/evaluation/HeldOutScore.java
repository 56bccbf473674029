package io.dlpo.contracts.evaluation;

/**
 * The score of a prompt on held-out examples.
 *
 * @param correct number of right answers
 * @param total number of examples that were answered
 * @param score mean score, 0 to 1
 * @param lower lower bound of the 95 % interval (Wilson)
 * @param upper upper bound of the 95 % interval
 */
public record HeldOutScore(int correct, int total, double score, double lower, double upper) {

  public HeldOutScore {
    if (correct < 0 || total < 1 || correct > total) {
      throw new IllegalArgumentException(
          "HeldOutScore has correct %d of total %d; total must be 1 or more and correct 0 to total"
              .formatted(correct, total));
    }
  }
}
