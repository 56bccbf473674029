package io.dlpo.core.budget;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A limit on cost.
 *
 * @param usd maximum cost in USD
 * @param rates prices of the models
 */
public record Money(BigDecimal usd, Rates rates) {

  public Money {
    Objects.requireNonNull(rates, "budget.prices is missing");
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException(
          "budget.usd is " + usd + "; must be a number greater than 0");
    }
  }
}
