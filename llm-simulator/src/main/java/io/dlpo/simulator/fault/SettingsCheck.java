package io.dlpo.simulator.fault;

import java.time.Duration;

/** Refuses settings, naming the setting, its value and what is allowed. */
final class SettingsCheck {

  private static final String PREFIX = "dlpo.simulator.";

  /** The shares 0.6, 0.3 and 0.1 are one together, but not quite so in doubles. */
  private static final double ROUNDING = 1e-9;

  private SettingsCheck() {}

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException if one makes no sense
   */
  static void check(SimulatorSettings settings) {
    notNegative("latency", settings.latency());
    share("tail-rate", settings.tailRate());
    atLeast("tail-factor", settings.tailFactor(), 1);
    atLeast("rate-limit", settings.rateLimit(), 0);
    share("throttle-rate", settings.throttleRate());
    share("error-rate", settings.errorRate());
    share("timeout-rate", settings.timeoutRate());
    notNegative("timeout", settings.timeout());
    share("malformed-rate", settings.malformedRate());
    share(
        "error-rate + timeout-rate + malformed-rate + throttle-rate",
        settings.errorRate()
            + settings.timeoutRate()
            + settings.malformedRate()
            + settings.throttleRate());
  }

  private static void share(String name, double value) {
    require(value >= 0 && value <= 1 + ROUNDING, name, value, "0 to 1");
  }

  private static void atLeast(String name, double value, int least) {
    require(value >= least, name, value, least + " or more");
  }

  private static void notNegative(String name, Duration value) {
    require(!value.isNegative(), name, value, "0ms or more");
  }

  private static void require(boolean holds, String name, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(
          PREFIX + name + " is " + value + "; allowed is " + allowed);
    }
  }
}
