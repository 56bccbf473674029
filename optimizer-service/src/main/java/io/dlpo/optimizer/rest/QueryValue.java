package io.dlpo.optimizer.rest;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;

/**
 * The value of a query parameter, as sent. The framework would answer a value of the wrong type
 * with 404.
 *
 * @param key the name of the parameter
 * @param value the text
 */
record QueryValue(String key, String value) {

  /** More digits are no int. */
  private static final int MAX_DIGITS = 9;

  /**
   * Returns the value as a whole number.
   *
   * @throws RefusedException if it is not one, or outside of the limits
   */
  int whole(int least, int most) {
    if (value.matches("[0-9]{1," + MAX_DIGITS + "}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw refused("%d to %d".formatted(least, most));
  }

  /**
   * Returns the value as a truth value.
   *
   * @throws RefusedException if it is neither {@code true} nor {@code false}
   */
  boolean flag() {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused("true or false");
    };
  }

  private RefusedException refused(String allowed) {
    return new RefusedException(Problem.of(key, value, allowed));
  }
}
