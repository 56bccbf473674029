package io.dlpo.core.technique;

import java.util.Objects;

/**
 * The gradient of an earlier accepted step.
 *
 * @param text the gradient
 * @param weight its weight relative to 1 for the new gradient, above 0, at most 1
 */
public record WeightedGradient(String text, double weight) {

  public WeightedGradient {
    Objects.requireNonNull(text, "WeightedGradient.text is missing");
  }
}
