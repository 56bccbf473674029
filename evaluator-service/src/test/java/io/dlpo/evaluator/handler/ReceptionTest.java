package io.dlpo.evaluator.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReceptionTest {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final AtomicLong clock = new AtomicLong(-7);
  private final AtomicBoolean connected = new AtomicBoolean(true);
  private final Reception reception = new Reception(connected::get, clock::get);

  @Test
  void shouldLastOnceItHasBeenThereForSoLong() {
    assertThat(sweepsOf(Duration.ofSeconds(590))).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(10))).isTrue();
    assertThat(sweepsOf(Duration.ofHours(1))).isTrue();
  }

  @Test
  void shouldBeginAnewWhenTheBrokerIsBack() {
    // Given
    sweepsOf(Duration.ofHours(1));
    connected.set(false);
    assertThat(sweepsOf(Duration.ofMinutes(30))).isFalse();

    // When
    connected.set(true);

    // Then
    assertThat(sweepsOf(Duration.ofSeconds(590))).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void shouldBeginAnewAfterAnotherBreak() {
    // Given
    sweepsOf(Duration.ofHours(1));

    // When
    reception.broken();

    // Then
    assertThat(sweepsOf(Duration.ofSeconds(590))).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void shouldTakeASweepThatStoodStillForABreak() {
    // Given
    sweepsOf(Duration.ofHours(1));

    // When a database that is frozen has held it up
    clock.addAndGet(Duration.ofMinutes(12).toNanos());

    // Then
    assertThat(reception.lasts(DEADLINE)).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(590))).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(10))).isTrue();
  }

  /** What the last of the sweeps of that time finds. */
  private boolean sweepsOf(Duration time) {
    boolean lasts = false;
    for (long at = 0; at < time.toSeconds(); at += SWEEP.toSeconds()) {
      clock.addAndGet(SWEEP.toNanos());
      lasts = reception.lasts(DEADLINE);
    }
    return lasts;
  }
}
