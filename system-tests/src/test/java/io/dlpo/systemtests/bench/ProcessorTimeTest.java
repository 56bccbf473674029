package io.dlpo.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.cli.stack.StackState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

  @Test
  void shouldShareWhatWasUsedSinceAmongTheCalls() {
    // Given
    ProcessorTime before = new ProcessorTime(Map.of("evaluator", Duration.ofMillis(500)));
    ProcessorTime after =
        new ProcessorTime(
            Map.of("evaluator", Duration.ofMillis(700), "kafka", Duration.ofMillis(50)));

    // Then
    assertThat(after.millisPerCall(before, 100))
        .containsExactlyInAnyOrderEntriesOf(Map.of("evaluator", 2.0, "kafka", 0.5));
  }

  @Test
  void shouldCountTheProcessesOfAServiceTogether() {
    // Given this process, which has already used CPU time
    long own = ProcessHandle.current().pid();

    // When
    ProcessorTime time =
        ProcessorTime.of(state(Map.of("evaluator-1", own, "evaluator-2", own, "kafka", own)));

    // Then
    assertThat(time.spent()).containsOnlyKeys("evaluator", "kafka");
    assertThat(time.spent().get("kafka")).isPositive();
    assertThat(time.spent().get("evaluator")).isGreaterThan(time.spent().get("kafka"));
  }

  @Test
  void shouldTakeAProcessThatHasEndedForNothing() {
    assertThat(ProcessorTime.of(state(Map.of("kafka", Long.MAX_VALUE))).spent())
        .containsEntry("kafka", Duration.ZERO);
  }

  private static StackState state(Map<String, Long> processes) {
    return new StackState(
        1, "up", true, null, Map.of(), "", "", "", "", true, List.of(), processes);
  }
}
