package io.dlpo.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0, workers is 0; use 1 to 16",
    "17, 1, 1, 0, workers is 17; use 1 to 16",
    "1, 0, 1, 0, runs is 0; use 1 to 50",
    "1, 51, 1, 0, runs is 51; use 1 to 50",
    "1, 1, 0, 0, steps is 0; use 1 to 50",
    "1, 1, 1, -1, latency is -1; use 0 or more"
  })
  void shouldRefuseWhatIsOutOfRange(
      int workers, int runs, int steps, long latency, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(List.of(1, workers), runs, steps, latency))
        .withMessage(message);
  }

  @Test
  void shouldNeedANumberOfWorkers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(List.of(), 1, 1, 0))
        .withMessage("workers is empty; use at least one number");
  }

  @Test
  void shouldTakeWhatIsInRange() {
    assertThat(settings(List.of(1, 16), 50, 50, 0).workers()).containsExactly(1, 16);
  }

  private static BenchSettings settings(List<Integer> workers, int runs, int steps, long latency) {
    return new BenchSettings(workers, runs, steps, 1, Duration.ofMillis(latency));
  }
}
