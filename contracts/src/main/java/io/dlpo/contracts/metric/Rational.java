package io.dlpo.contracts.metric;

import java.math.BigDecimal;

/**
 * An exact number, also one without a finite decimal form, such as 1/3.
 *
 * @param numerator any number
 * @param denominator any number but 0
 */
public record Rational(BigDecimal numerator, BigDecimal denominator) {

  public Rational {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("denominator is 0; it must be another number");
    }
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /** Whether both have the same value, however they are written: 1/2 and 0.50 have. */
  public boolean sameAs(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator))
        == 0;
  }
}
