package io.dlpo.simulator.fault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the simulated endpoint behaves. Rates are shares of all requests, 0 to 1. */
@ConfigMapping(prefix = "dlpo.simulator")
public interface SimulatorSettings {

  /** Time that every reply takes. */
  @WithDefault("0ms")
  Duration latency();

  /** Share of replies that take longer: the tail. */
  @WithDefault("0")
  double tailRate();

  /** How many times longer those take. */
  @WithDefault("10")
  double tailFactor();

  /** Requests a second before 429 with Retry-After; 0 for no limit. */
  @WithDefault("0")
  int rateLimit();

  /** Share of requests that get 429 with Retry-After, whatever the limit. */
  @WithDefault("0")
  double throttleRate();

  /** Share of requests that get 500. */
  @WithDefault("0")
  double errorRate();

  /** Share of requests that get no reply for {@link #timeout}. */
  @WithDefault("0")
  double timeoutRate();

  /** How long those wait before they get 504. */
  @WithDefault("120s")
  Duration timeout();

  /** Share of replies whose JSON is cut in the middle. */
  @WithDefault("0")
  double malformedRate();

  /** The key that is asked for; any will do if it is absent. */
  Optional<String> apiKey();
}
