package io.dlpo.contracts.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A model and its sampling parameters. A parameter that is null is not sent.
 *
 * @param model name at the endpoint
 * @param temperature 0 to 2
 * @param maxTokens longest reply in tokens, 1 or more
 * @param topP nucleus sampling, over 0 up to 1
 * @param seed seed for the endpoint's own sampling
 */
public record Engine(
    String model,
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    @Nullable Double topP,
    @Nullable Long seed) {

  public Engine {
    if (model == null || model.isBlank()) {
      throw new IllegalArgumentException("Engine.model is '" + model + "'; it must not be blank");
    }
    if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException(
          "Engine.temperature is " + temperature + "; allowed is 0 to 2");
    }
    if (maxTokens != null && maxTokens < 1) {
      throw new IllegalArgumentException(
          "Engine.maxTokens is " + maxTokens + "; allowed is 1 or more");
    }
    if (topP != null && !(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("Engine.topP is " + topP + "; allowed is over 0 up to 1");
    }
  }

  /** A model at temperature 0 with nothing else set. */
  public static Engine greedy(String model) {
    return new Engine(model, 0.0, null, null, null);
  }

  /** Whether equal requests are expected to get equal replies, so that all runs may share them. */
  public boolean deterministic() {
    return temperature != null && temperature == 0;
  }
}
