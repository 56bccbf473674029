package io.dlpo.simulator.fault;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

  private static final Settings USUAL = Settings.USUAL;

  @Test
  void shouldAllowWhatMakesSense() {
    assertThatCode(() -> SettingsCheck.check(USUAL)).doesNotThrowAnyException();
    assertThatCode(() -> SettingsCheck.check(USUAL.withErrors(0.6, 0.3, 0.1)))
        .doesNotThrowAnyException();
    assertThatCode(() -> SettingsCheck.check(USUAL.withTail(Duration.ZERO, 1, 1)))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldNameSettingValueAndWhatIsAllowed() {
    refuses(USUAL.withErrors(1.5, 0, 0), "dlpo.simulator.error-rate is 1.5; must be 0 to 1");
    refuses(USUAL.withErrors(0, -1, 0), "timeout-rate is -1.0");
    refuses(USUAL.withErrors(0, 0, Double.NaN), "malformed-rate is NaN");
    refuses(
        USUAL.withErrors(0.5, 0.5, 0.5),
        "error-rate + timeout-rate + malformed-rate + throttle-rate is 1.5; must be 0 to 1");
    refuses(USUAL.withThrottling(-0.1), "throttle-rate is -0.1; must be 0 to 1");
    refuses(
        USUAL.withErrors(0.3, 0.3, 0.2).withThrottling(0.3),
        "malformed-rate + throttle-rate is 1.1");
    refuses(USUAL.withTail(Duration.ofMillis(-1), 0, 1), "latency is PT-0.001S");
    refuses(USUAL.withTail(Duration.ZERO, 2, 1), "tail-rate is 2.0");
    refuses(USUAL.withTail(Duration.ZERO, 0, 0.5), "tail-factor is 0.5; must be 1 or more");
    refuses(USUAL.withRateLimit(-3), "rate-limit is -3.0; must be 0 or more");
  }

  private static void refuses(Settings settings, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingsCheck.check(settings))
        .withMessageContaining(message);
  }
}
