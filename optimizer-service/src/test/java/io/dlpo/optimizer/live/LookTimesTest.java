package io.dlpo.optimizer.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTimesTest {

  private static final long MILLI = 1_000_000;
  private static final long START = 7_000 * MILLI;

  private final LookTimes times = new LookTimes(START);

  @Test
  void shouldLookSoonAfterARecordAndThenLessAndLessOften() {
    // When
    times.seen(START);

    // Then
    assertThat(looks(4_000, false)).containsExactly(0L, 150L, 400L, 1000L, 2500L);
  }

  @Test
  void shouldLookRarelyWithoutRecordsWhileSomebodyViews() {
    assertThat(looks(16_000, true)).containsExactly(5_000L, 10_000L, 15_000L);
  }

  @Test
  void shouldNotLookWithoutRecordsAndViewers() {
    assertThat(looks(16_000, false)).isEmpty();
  }

  @Test
  void shouldAnswerAllTimesThatPassedWithOneLook() {
    // Given
    times.seen(START);

    // When
    times.looked(START + 1_200 * MILLI);

    // Then
    assertThat(times.isDue(START + 1_201 * MILLI, false)).isFalse();
    assertThat(times.isDue(START + 2_500 * MILLI, false)).isTrue();
  }

  @Test
  void shouldBeQuietOnlyLongAfterTheLastRecordAndTheLastRequest() {
    assertThat(times.isQuiet(START + 9_000 * MILLI)).isFalse();
    assertThat(times.isQuiet(START + 10_000 * MILLI)).isTrue();
    times.wanted(START + 10_000 * MILLI);
    assertThat(times.isQuiet(START + 11_000 * MILLI)).isFalse();
    times.seen(START + 11_000 * MILLI);
    assertThat(times.isQuiet(START + 60_000 * MILLI)).as("looks are left").isFalse();
  }

  /** The milliseconds at which looks were due. */
  private List<Long> looks(long millis, boolean viewed) {
    List<Long> looks = new ArrayList<>();
    for (long at = 0; at < millis; at += 50) {
      if (times.isDue(START + at * MILLI, viewed)) {
        looks.add(at);
        times.looked(START + at * MILLI);
      }
    }
    return looks;
  }
}
