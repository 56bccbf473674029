package io.dlpo.gateway.rate;

import io.smallrye.config.WithDefault;

/**
 * The rate limits of an endpoint for each model. All processes share them and must have the same
 * settings.
 */
public interface RateSettings {

  /** Requests per minute, retries included; 0 for no limit. {@code DLPO_REQUESTS_PER_MINUTE}. */
  @WithDefault("0")
  int requestsPerMinute();

  /** Tokens per minute, of requests and replies; 0 for no limit. {@code DLPO_TOKENS_PER_MINUTE}. */
  @WithDefault("0")
  int tokensPerMinute();

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is negative
   */
  static RateSettings checked(RateSettings settings) {
    notNegative("requests-per-minute", settings.requestsPerMinute());
    notNegative("tokens-per-minute", settings.tokensPerMinute());
    return settings;
  }

  private static void notNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "dlpo.gateway.rate." + name + " is " + value + "; must be 1 or more, or 0 for no limit");
    }
  }
}
