package io.dlpo.evaluator.scoring;

import java.util.Objects;

/**
 * How right an answer is.
 *
 * @param value 0 for wrong to 1 for right
 * @param feedback one or two sentences that a critique can use: what was read, what was expected
 */
public record Score(double value, String feedback) {

  private static final Score RIGHT = new Score(1, "The answer is right.");

  public Score {
    Objects.requireNonNull(feedback, "Score.feedback is missing");
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("Score.value is " + value + "; allowed is 0 to 1");
    }
  }

  static Score right() {
    return RIGHT;
  }

  static Score wrong(String feedback) {
    return new Score(0, feedback);
  }

  /** Whether nothing is left to improve. */
  public boolean isRight() {
    return value == 1;
  }
}
