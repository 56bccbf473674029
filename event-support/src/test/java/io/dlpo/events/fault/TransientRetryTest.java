package io.dlpo.events.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.events.EventSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TransientRetryTest {

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger repetitions = new AtomicInteger();

  @Test
  void shouldRepeatUntilTheOutageIsOver() {
    // Given
    TransientRetry retry = withPatience(Duration.ofMinutes(1));

    // When
    retry.run(
        () -> {
          if (runs.incrementAndGet() < 3) {
            throw new IllegalStateException("database away");
          }
        },
        repetitions::incrementAndGet);

    // Then
    assertThat(runs).hasValue(3);
    assertThat(repetitions).hasValue(2);
  }

  @Test
  void shouldNotRepeatAPermanentFault() {
    // Given
    TransientRetry retry = withPatience(Duration.ofMinutes(1));

    // When
    assertThatThrownBy(
            () ->
                retry.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new PermanentFaultException("broken");
                    },
                    repetitions::incrementAndGet))
        // Then
        .hasMessage("broken");
    assertThat(runs).hasValue(1);
    assertThat(repetitions).hasValue(0);
  }

  @Test
  void shouldGiveUpWhenTheTimeIsUp() {
    // Given
    TransientRetry retry = withPatience(Duration.ZERO);

    // When
    assertThatThrownBy(
            () ->
                retry.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new IllegalStateException("database away");
                    },
                    repetitions::incrementAndGet))
        // Then
        .hasMessage("database away");
    assertThat(runs.get()).isPositive();
  }

  private static TransientRetry withPatience(Duration patience) {
    return new TransientRetry(
        new EventSettings() {
          @Override
          public String service() {
            return "test";
          }

          @Override
          public Optional<String> worker() {
            return Optional.empty();
          }

          @Override
          public Duration retryFor() {
            return patience;
          }

          @Override
          public int deadLetterBytes() {
            return 1_000_000;
          }

          @Override
          public int maxBytes() {
            return 1_000;
          }
        });
  }
}
