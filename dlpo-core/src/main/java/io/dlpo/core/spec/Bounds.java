package io.dlpo.core.spec;

import java.util.function.DoublePredicate;

/**
 * What a number may be.
 *
 * @param test whether a value is allowed
 * @param words the same for the user
 */
record Bounds(DoublePredicate test, String words) {

  boolean hold(double value) {
    return Double.isFinite(value) && test.test(value);
  }
}
