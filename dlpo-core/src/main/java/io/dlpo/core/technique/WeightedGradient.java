package io.dlpo.core.technique;

import java.util.Objects;

/**
 * The gradient of an earlier accepted step.
 *
 * @param text the gradient
 * @param weight beside the new gradient's weight of 1, over 0 up to 1
 */
public record WeightedGradient(String text, double weight) {

  public WeightedGradient {
    Objects.requireNonNull(text, "WeightedGradient.text is missing");
  }
}
