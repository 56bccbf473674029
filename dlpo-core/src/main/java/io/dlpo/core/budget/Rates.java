package io.dlpo.core.budget;

import io.dlpo.core.price.Price;
import java.math.BigDecimal;

/**
 * What the run's models cost; settled when the run is requested, so that a price that changes later
 * changes no decision.
 *
 * @param forward of the answering model
 * @param backward of the model that critiques and edits
 * @param judge of the judging model; that of the forward model where nothing is judged
 */
public record Rates(Price forward, Price backward, Price judge) {

  /** What the tokens charged so far cost in USD, exactly. */
  public BigDecimal usd(Charges charges) {
    return forward
        .usd(charges.forward().input(), charges.forward().output())
        .add(backward.usd(charges.backward().input(), charges.backward().output()))
        .add(judge.usd(charges.judge().input(), charges.judge().output()));
  }
}
