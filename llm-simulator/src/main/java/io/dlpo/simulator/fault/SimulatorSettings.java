package io.dlpo.simulator.fault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the simulated endpoint. Rates are shares of all requests, 0 to 1. */
@ConfigMapping(prefix = "dlpo.simulator")
public interface SimulatorSettings {

  /** Latency of every reply. */
  @WithDefault("0ms")
  Duration latency();

  /** Share of replies with a longer latency (the tail). */
  @WithDefault("0")
  double tailRate();

  /** Factor of their latency. */
  @WithDefault("10")
  double tailFactor();

  /** Requests per second above which the endpoint replies 429 with Retry-After; 0 for no limit. */
  @WithDefault("0")
  int rateLimit();

  /** Share of requests that get 429 with Retry-After regardless of the limit. */
  @WithDefault("0")
  double throttleRate();

  /** Share of requests that get 500. */
  @WithDefault("0")
  double errorRate();

  /** Share of requests that get no reply for {@link #timeout}. */
  @WithDefault("0")
  double timeoutRate();

  /** How long these requests wait before they get 504. */
  @WithDefault("120s")
  Duration timeout();

  /** Share of replies whose JSON is truncated. */
  @WithDefault("0")
  double malformedRate();

  /** The required API key; if absent, any key is accepted. */
  Optional<String> apiKey();
}
