package io.dlpo.contracts.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A model and its sampling parameters. Parameters that are null are not sent.
 *
 * @param model name of the model at the endpoint
 * @param temperature 0 to 2
 * @param maxTokens maximum length of a reply in tokens, 1 or more
 * @param topP nucleus sampling, greater than 0, at most 1
 * @param seed seed of the endpoint's sampling
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
          "Engine.temperature is " + temperature + "; must be 0 to 2");
    }
    if (maxTokens != null && maxTokens < 1) {
      throw new IllegalArgumentException(
          "Engine.maxTokens is " + maxTokens + "; must be 1 or more");
    }
    if (topP != null && !(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException(
          "Engine.topP is " + topP + "; must be greater than 0 and at most 1");
    }
  }

  /** A model at temperature 0 with no other parameters. */
  public static Engine greedy(String model) {
    return new Engine(model, 0.0, null, null, null);
  }

  /**
   * Whether identical requests are expected to get identical replies, so that all runs can share
   * them.
   */
  public boolean deterministic() {
    return temperature != null && temperature == 0;
  }
}
