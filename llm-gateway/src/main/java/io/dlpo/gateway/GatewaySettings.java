package io.dlpo.gateway;

import io.dlpo.gateway.rate.RateSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the calls of a model. The endpoint and its key come from the environment. */
@ConfigMapping(prefix = "dlpo.gateway")
public interface GatewaySettings {

  /** Where the models are: {@code OPENAI_BASE_URL}. */
  String endpoint();

  /** The key for it: {@code OPENAI_API_KEY}; any word for an endpoint that asks for none. */
  String apiKey();

  /** Calls of one model that may be under way at once in this process, 1 or more. */
  @WithDefault("192")
  int connections();

  /**
   * Attempts of one call at most that find nobody at the endpoint, or a reply that cannot be read,
   * 1 or more. Other faults that pass are not counted, see {@link #maxDuration}.
   */
  @WithDefault("5")
  int attempts();

  /** Longest time for one attempt, from sending the request to the last byte of the reply. */
  @WithDefault("90s")
  Duration attemptTimeout();

  /**
   * Longest time for a call with its attempts and the pauses after them, beside waiting its turn.
   */
  @WithDefault("300s")
  Duration maxDuration();

  /**
   * Pause before the second attempt; it doubles with each one that follows, up to 20 s, and is
   * jittered.
   */
  @WithDefault("500ms")
  Duration firstPause();

  /** What the endpoint allows a minute. */
  RateSettings rate();
}
