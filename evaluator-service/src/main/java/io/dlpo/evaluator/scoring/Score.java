package io.dlpo.evaluator.scoring;

import java.util.Objects;

/**
 * The score of an answer.
 *
 * @param value from 0 (wrong) to 1 (right)
 * @param feedback one or two sentences for the critique: what was read and what was expected
 */
public record Score(double value, String feedback) {

  private static final Score RIGHT = new Score(1, "The answer is right.");

  public Score {
    Objects.requireNonNull(feedback, "Score.feedback is missing");
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("Score.value is " + value + "; must be 0 to 1");
    }
  }

  static Score right() {
    return RIGHT;
  }

  /**
   * A wrong answer.
   *
   * @param feedback why it is wrong, for the critique
   */
  public static Score wrong(String feedback) {
    return new Score(0, feedback);
  }

  /** Whether the answer is fully right. */
  public boolean isRight() {
    return value == 1;
  }
}
