package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.GatewaySettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryBudgetTest {

  private final GatewaySettings settings =
      new SmallRyeConfigBuilder()
          .withMapping(GatewaySettings.class)
          .withConverter(Duration.class, 200, new DurationConverter())
          .withSources(
              new PropertiesConfigSource(
                  Map.of("dlpo.gateway.endpoint", "http://e", "dlpo.gateway.api-key", "k"),
                  "test",
                  100))
          .build()
          .getConfigMapping(GatewaySettings.class);

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMITED", "SERVER_ERROR", "TIMEOUT"})
  void shouldTryWhatPassesForATimeHoweverOften(FailureKind kind) {
    // When
    int attempts = attemptsUntilTheEnd(fault(kind, true), Duration.ofMillis(10));

    // Then
    assertThat(attempts).isGreaterThan(15);
  }

  @ParameterizedTest
  @CsvSource({"UNREACHABLE,true,5", "UNREADABLE,true,5", "UNAUTHORIZED,false,1", "REFUSED,false,1"})
  void shouldTryWhatStaysAFewTimesAndWhatCannotPassOnce(
      FailureKind kind, boolean retriable, int attempts) {
    assertThat(attemptsUntilTheEnd(fault(kind, retriable), Duration.ofMillis(10)))
        .isEqualTo(attempts);
  }

  @Test
  void shouldEndAfterTheTimeWhenEveryAttemptIsSlow() {
    // 90 s each: after the fourth 360 s are spent, of 300
    assertThat(attemptsUntilTheEnd(fault(FailureKind.TIMEOUT, true), Duration.ofSeconds(90)))
        .isEqualTo(4);
  }

  @Test
  void shouldNotWaitForAnEndpointThatAsksForMoreThanTheTime() {
    // Given
    EndpointFault fault = fault(FailureKind.RATE_LIMITED, true);
    RetryBudget once = RetryBudget.UNUSED.afterFault(fault, Duration.ofMillis(10));

    // Then
    assertThat(once.allows(fault, Duration.ofHours(1), settings)).isFalse();
    assertThat(once.allows(fault, Duration.ofSeconds(60), settings)).isTrue();
  }

  @Test
  void shouldOutlastAStormInWhichNearlyHalfOfAllAttemptsFail() {
    // Given
    Random storm = new Random(7);
    EndpointFault fault = fault(FailureKind.RATE_LIMITED, true);
    int lost = 0;

    // When
    for (int call = 0; call < 100_000; call++) {
      RetryBudget budget = RetryBudget.UNUSED;
      while (storm.nextDouble() < 0.45) {
        budget = budget.afterFault(fault, Duration.ofMillis(200));
        Duration pause = budget.backOff(settings.firstPause(), storm.nextDouble());
        if (!budget.allows(fault, pause, settings)) {
          lost++;
          break;
        }
        budget = budget.afterPause(pause);
      }
    }

    // Then, where five attempts would have lost 1800
    assertThat(lost).isZero();
  }

  @Test
  void shouldDoubleThePauseUpToTwentySecondsWithHalfOfItByChance() {
    // Given
    EndpointFault fault = fault(FailureKind.SERVER_ERROR, true);
    RetryBudget first = RetryBudget.UNUSED.afterFault(fault, Duration.ZERO);
    RetryBudget second = first.afterFault(fault, Duration.ZERO);
    RetryBudget fortieth = second;
    for (int i = 2; i < 40; i++) {
      fortieth = fortieth.afterFault(fault, Duration.ZERO);
    }

    // Then
    assertThat(first.backOff(Duration.ofMillis(500), 0.5)).isEqualTo(Duration.ofMillis(500));
    assertThat(second.backOff(Duration.ofMillis(500), 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(second.backOff(Duration.ofMillis(500), 1)).isEqualTo(Duration.ofMillis(1500));
    assertThat(fortieth.backOff(Duration.ofMillis(500), 1)).isEqualTo(Duration.ofSeconds(30));
  }

  private int attemptsUntilTheEnd(EndpointFault fault, Duration took) {
    RetryBudget budget = RetryBudget.UNUSED.afterFault(fault, took);
    Duration pause = budget.backOff(settings.firstPause(), 0.5);
    while (budget.allows(fault, pause, settings)) {
      budget = budget.afterPause(pause).afterFault(fault, took);
      pause = budget.backOff(settings.firstPause(), 0.5);
    }
    return budget.attempts();
  }

  private static EndpointFault fault(FailureKind kind, boolean retriable) {
    return new EndpointFault(new CallFailure(kind, "words"), OptionalInt.empty(), retriable);
  }
}
