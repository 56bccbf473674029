package io.dlpo.simulator.fault;

import java.time.Duration;

/** Checks the settings. Refusals name the setting, its value and the valid range. */
final class SettingsCheck {

  private static final String PREFIX = "dlpo.simulator.";

  /** In doubles, 0.6 + 0.3 + 0.1 is slightly different from 1. */
  private static final double ROUNDING = 1e-9;

  private SettingsCheck() {}

  /**
   * Checks all settings.
   *
   * @throws IllegalArgumentException if one is out of range
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
      throw new IllegalArgumentException(PREFIX + name + " is " + value + "; must be " + allowed);
    }
  }
}
