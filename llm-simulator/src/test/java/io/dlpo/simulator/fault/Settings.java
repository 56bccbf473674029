package io.dlpo.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/** Settings for tests. */
record Settings(
    Duration latency,
    double tailRate,
    double tailFactor,
    int rateLimit,
    double errorRate,
    double timeoutRate,
    Duration timeout,
    double malformedRate,
    double throttleRate,
    Optional<String> apiKey)
    implements SimulatorSettings {

  /** A little slow, and no errors. */
  static final Settings USUAL =
      new Settings(
          Duration.ofMillis(10), 0.1, 5, 0, 0, 0, Duration.ofSeconds(1), 0, 0, Optional.empty());

  Settings withErrors(double error, double timeouts, double malformed) {
    return new Settings(
        latency,
        tailRate,
        tailFactor,
        rateLimit,
        error,
        timeouts,
        timeout,
        malformed,
        throttleRate,
        apiKey);
  }

  Settings withTail(Duration usual, double rate, double factor) {
    return new Settings(
        usual,
        rate,
        factor,
        rateLimit,
        errorRate,
        timeoutRate,
        timeout,
        malformedRate,
        throttleRate,
        apiKey);
  }

  Settings withRateLimit(int limit) {
    return new Settings(
        latency,
        tailRate,
        tailFactor,
        limit,
        errorRate,
        timeoutRate,
        timeout,
        malformedRate,
        throttleRate,
        apiKey);
  }

  Settings withThrottling(double rate) {
    return new Settings(
        latency,
        tailRate,
        tailFactor,
        rateLimit,
        errorRate,
        timeoutRate,
        timeout,
        malformedRate,
        rate,
        apiKey);
  }
}
