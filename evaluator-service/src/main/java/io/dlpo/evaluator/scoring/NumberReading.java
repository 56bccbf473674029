package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.Rational;

/** What an answer says as a number. */
sealed interface NumberReading {

  /**
   * The answer is one number.
   *
   * @param value the number
   */
  record Found(Rational value) implements NumberReading {}

  /**
   * The answer has no number, or can be read in two ways.
   *
   * @param why the reason, as a relative clause about the answer
   */
  record Unreadable(String why) implements NumberReading {}
}
