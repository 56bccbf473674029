package io.dlpo.gateway.rate;

import io.smallrye.config.WithDefault;

/**
 * The limits that an endpoint sets, for each model. All processes together keep them; they must all
 * be told the same.
 */
public interface RateSettings {

  /** Requests a minute, repeated ones too; 0 for no limit. {@code DLPO_REQUESTS_PER_MINUTE}. */
  @WithDefault("0")
  int requestsPerMinute();

  /** Tokens a minute, of requests and replies; 0 for no limit. {@code DLPO_TOKENS_PER_MINUTE}. */
  @WithDefault("0")
  int tokensPerMinute();

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one makes no sense
   */
  static RateSettings checked(RateSettings settings) {
    notNegative("requests-per-minute", settings.requestsPerMinute());
    notNegative("tokens-per-minute", settings.tokensPerMinute());
    return settings;
  }

  private static void notNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(
          "dlpo.gateway.rate."
              + name
              + " is "
              + value
              + "; allowed is 1 or more, or 0 for no limit");
    }
  }
}
