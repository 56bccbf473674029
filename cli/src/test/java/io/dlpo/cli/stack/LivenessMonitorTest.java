package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LivenessMonitorTest {

  private static final Map<Long, String> TWO = Map.of(1L, "http://one", 2L, "http://two");

  private final AtomicLong clock = new AtomicLong();
  private final Set<String> living = new HashSet<>(TWO.values());
  private final LivenessMonitor monitor =
      new LivenessMonitor(living::contains, Runnable::run, clock::get);

  @Test
  void shouldFindAProcessThatKeepsFailingItsCheck() {
    // Given
    living.remove("http://two");

    // When
    for (int round = 1; round < LivenessMonitor.MAX_FAILURES; round++) {
      assertThat(nextRound(TWO)).as("after round " + round).isEmpty();
    }

    // Then
    assertThat(nextRound(TWO)).containsExactly(2L);
  }

  @Test
  void shouldResetTheFailuresAfterASuccessfulCheck() {
    // Given
    living.remove("http://two");
    for (int round = 1; round < LivenessMonitor.MAX_FAILURES; round++) {
      nextRound(TWO);
    }

    // When
    living.add("http://two");
    nextRound(TWO);
    living.remove("http://two");

    // Then
    assertThat(nextRound(TWO)).isEmpty();
  }

  @Test
  void shouldIgnoreTheTimeThatTheMachineSlept() {
    // Given
    nextRound(TWO);

    // When
    clock.addAndGet(Duration.ofHours(8).toNanos());

    // Then
    assertThat(monitor.unresponsive(TWO)).isEmpty();
  }

  @Test
  void shouldCountTheFailuresOfASuccessorSeparately() {
    // Given
    living.clear();
    for (int round = 1; round < LivenessMonitor.MAX_FAILURES; round++) {
      nextRound(Map.of(1L, "http://one"));
    }

    // When
    Set<Long> unresponsive = nextRound(Map.of(7L, "http://one"));

    // Then
    assertThat(unresponsive).isEmpty();
  }

  @Test
  void shouldCheckOncePerPeriod() {
    // Given
    living.clear();

    // When
    for (int look = 0; look < 10 * LivenessMonitor.MAX_FAILURES; look++) {
      clock.addAndGet(Duration.ofMillis(1).toNanos());

      // Then
      assertThat(monitor.unresponsive(TWO)).isEmpty();
    }
  }

  private Set<Long> nextRound(Map<Long, String> addresses) {
    clock.addAndGet(LivenessMonitor.PERIOD.toNanos());
    return monitor.unresponsive(addresses);
  }
}
