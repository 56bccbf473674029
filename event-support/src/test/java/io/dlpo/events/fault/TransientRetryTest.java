package io.dlpo.events.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.events.Drain;
import io.dlpo.events.EventSettings;
import io.dlpo.events.TestSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TransientRetryTest {

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();

  @Test
  void shouldRepeatUntilTheOutageIsOver() {
    // Given
    TransientRetry retry = retryingFor(Duration.ofMinutes(1));

    // When
    retry.run(
        () -> {
          if (runs.incrementAndGet() < 3) {
            throw new IllegalStateException("database unreachable");
          }
        },
        retries::incrementAndGet);

    // Then
    assertThat(runs).hasValue(3);
    assertThat(retries).hasValue(2);
  }

  @Test
  void shouldNotRepeatAPermanentFault() {
    // Given
    TransientRetry retry = retryingFor(Duration.ofMinutes(1));

    // When
    assertThatThrownBy(
            () ->
                retry.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new PermanentFaultException("broken");
                    },
                    retries::incrementAndGet))
        // Then
        .hasMessage("broken");
    assertThat(runs).hasValue(1);
    assertThat(retries).hasValue(0);
  }

  @Test
  void shouldGiveUpWhenTheTimeIsUp() {
    // Given
    TransientRetry retry = retryingFor(Duration.ZERO);

    // When
    assertThatThrownBy(
            () ->
                retry.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new IllegalStateException("database unreachable");
                    },
                    retries::incrementAndGet))
        // Then
        .hasMessage("database unreachable");
    assertThat(runs.get()).isPositive();
  }

  @Test
  void shouldLeaveAnOutageToAnotherProcessWhenThisOneIsToldToEnd() {
    // Given
    EventSettings settings = new TestSettings(Duration.ofMinutes(1), Duration.ZERO);
    Drain drain = new Drain(settings);
    TestSettings.shutDown(drain);

    // When
    assertThatThrownBy(
            () ->
                new TransientRetry(settings, drain)
                    .run(
                        () -> {
                          runs.incrementAndGet();
                          throw new IllegalStateException("database unreachable");
                        },
                        retries::incrementAndGet))
        // Then
        .isInstanceOf(ShutdownException.class)
        .hasMessage("database unreachable");
    assertThat(runs).hasValue(1);
  }

  private static TransientRetry retryingFor(Duration time) {
    EventSettings settings = new TestSettings(time, Duration.ZERO);
    return new TransientRetry(settings, new Drain(settings));
  }
}
