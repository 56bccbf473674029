package io.dlpo.contracts.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model and its sampling parameters. Parameters that are null are not sent.
 *
 * @param model name of the model at the endpoint
 * @param temperature sampling temperature, 0 to 2
 * @param maxTokens maximum length of a reply in tokens, 1 or more
 * @param topP nucleus sampling, greater than 0, at most 1
 * @param seed seed of the endpoint's sampling
 * @param reasoningEffort how much a reasoning model should think: none, minimal, low, medium, high
 *     or xhigh
 * @param endpoint name of the endpoint in the services' environment, up to {@value #MAX_ENDPOINT}
 *     lower-case letters and digits, starting with a letter; null for the default endpoint
 */
public record Engine(
    String model,
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    @Nullable Double topP,
    @Nullable Long seed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reasoningEffort,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String endpoint) {

  public static final int MAX_ENDPOINT = 40;

  private static final List<String> EFFORTS =
      List.of("none", "minimal", "low", "medium", "high", "xhigh");

  /** Environment variables tell no cases apart, and separate words by what names may not hold. */
  private static final Pattern ENDPOINT = Pattern.compile("[a-z][a-z0-9]*");

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
    if (reasoningEffort != null && !EFFORTS.contains(reasoningEffort)) {
      throw new IllegalArgumentException(
          "Engine.reasoningEffort is '%s'; must be one of %s"
              .formatted(reasoningEffort, String.join(", ", EFFORTS)));
    }
    if (endpoint != null && !isEndpointName(endpoint)) {
      throw new IllegalArgumentException(
          "Engine.endpoint is '%s'; must be up to %d lower-case letters and digits, starting with a letter"
              .formatted(endpoint, MAX_ENDPOINT));
    }
  }

  /** A model at the default endpoint, without a reasoning effort. */
  public Engine(
      String model,
      @Nullable Double temperature,
      @Nullable Integer maxTokens,
      @Nullable Double topP,
      @Nullable Long seed) {
    this(model, temperature, maxTokens, topP, seed, null, null);
  }

  /** Whether a text can be the name of an endpoint. */
  public static boolean isEndpointName(String name) {
    return name.length() <= MAX_ENDPOINT && ENDPOINT.matcher(name).matches();
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
