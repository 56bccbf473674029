package io.dlpo.evaluator.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsumerUptimeTest {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final AtomicLong clock = new AtomicLong(-7);
  private final AtomicBoolean connected = new AtomicBoolean(true);
  private final ConsumerUptime uptime = new ConsumerUptime(connected::get, clock::get);

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
    uptime.reset();

    // Then
    assertThat(sweepsOf(Duration.ofSeconds(590))).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void shouldTakeASweepThatStoodStillForABreak() {
    // Given
    sweepsOf(Duration.ofHours(1));

    // When a frozen database has delayed it
    clock.addAndGet(Duration.ofMinutes(12).toNanos());

    // Then
    assertThat(uptime.hasLasted(DEADLINE)).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(590))).isFalse();
    assertThat(sweepsOf(Duration.ofSeconds(10))).isTrue();
  }

  /** The result of the last sweep in that time. */
  private boolean sweepsOf(Duration time) {
    boolean lasts = false;
    for (long at = 0; at < time.toSeconds(); at += SWEEP.toSeconds()) {
      clock.addAndGet(SWEEP.toNanos());
      lasts = uptime.hasLasted(DEADLINE);
    }
    return lasts;
  }
}
