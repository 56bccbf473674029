package io.dlpo.gateway;

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

  /** Calls that may be under way at once, 1 or more. */
  @WithDefault("192")
  int connections();

  /** Attempts of one call at most, 1 or more. */
  @WithDefault("5")
  int attempts();

  /** Longest time for a call with all its attempts and pauses. */
  @WithDefault("180s")
  Duration maxDuration();

  /** Pause before the second attempt; it doubles with each one that follows, and is jittered. */
  @WithDefault("500ms")
  Duration firstPause();
}
