package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {

  private final AtomicLong clock = new AtomicLong();
  private final RestartBackoff backoff = new RestartBackoff(clock::get);

  @Test
  void shouldRestartAProcessThatRanLongAtOnce() {
    // When
    after(Duration.ofMinutes(5));

    // Then
    assertThat(backoff.isDue()).isTrue();
    assertThat(backoff.isDue()).as("just started").isFalse();
  }

  @Test
  void shouldDoubleThePauseUpToEightSecondsForAProcessThatKeepsExiting() {
    // When
    long[] pauses = new long[9];
    for (int exit = 0; exit < pauses.length; exit++) {
      pauses[exit] = pauseAfterEarlyExit();
    }

    // Then
    assertThat(pauses).containsExactly(500, 1000, 2000, 4000, 8000, 8000, 8000, 8000, 8000);
  }

  @Test
  void shouldCountEarlyExitsUntilTheProcessRunsLong() {
    // When
    pauseAfterEarlyExit();
    pauseAfterEarlyExit();

    // Then
    assertThat(backoff.earlyExits()).isEqualTo(2);
    after(Duration.ofMinutes(5));
    assertThat(backoff.isDue()).isTrue();
    assertThat(backoff.earlyExits()).isZero();
  }

  private long pauseAfterEarlyExit() {
    long pause = 0;
    while (!backoff.isDue()) {
      after(Duration.ofMillis(100));
      pause += 100;
    }
    return pause;
  }

  private void after(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
