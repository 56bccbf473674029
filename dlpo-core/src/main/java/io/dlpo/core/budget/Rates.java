package io.dlpo.core.budget;

import io.dlpo.core.price.Price;
import java.math.BigDecimal;

/**
 * The prices of the run's models. They are fixed when the run is requested, so later price changes
 * do not affect its decisions.
 *
 * @param forward price of the forward model
 * @param backward price of the backward model
 * @param judge price of the judge model; the forward model's price if there is no judge
 */
public record Rates(Price forward, Price backward, Price judge) {

  /** Returns the exact cost in USD of the tokens charged so far. */
  public BigDecimal usd(Charges charges) {
    return forward
        .usd(charges.forward().input(), charges.forward().output())
        .add(backward.usd(charges.backward().input(), charges.backward().output()))
        .add(judge.usd(charges.judge().input(), charges.judge().output()));
  }
}
