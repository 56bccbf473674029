package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.systemtests.stack.ConsumerGroup;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An endpoint throttles 30% of all requests, returns errors for 10% and does not answer 5%. Two
 * workers share a rate limit. The run has the same result as with a healthy endpoint, and the
 * endpoint's log shows that the rate stayed within the limit.
 */
@ExtendWith(SharedStack.class)
@Tag("nightly")
class StormST {

  private static final int PER_MINUTE = 150;
  private static final int BURST = PER_MINUTE / 10;
  private static final Map<String, String> STORM =
      Map.of(
          "DLPO_SIMULATOR_THROTTLE_RATE", "0.3",
          "DLPO_SIMULATOR_ERROR_RATE", "0.1",
          "DLPO_SIMULATOR_TIMEOUT_RATE", "0.05",
          "DLPO_CALL_TIMEOUT", "2s",
          "DLPO_REQUESTS_PER_MINUTE", String.valueOf(PER_MINUTE),
          "DLPO_TOKENS_PER_MINUTE", "200000");

  @Test
  void shouldGoThroughAStormAsThroughCalmWeatherAndNeverAboveTheLimit(Stack calm) {
    // Given
    RunReport twin = calm.run(SpecFile.small(calm.dlpo(), "storm", 1, 31));

    try (Stack stack = Stack.up("storm", STORM, "--scale", "forward-engine=2");
        EventTap tap =
            EventTap.fromBeginning(stack.kafka(), EventType.PREDICTION_PRODUCED.topic())) {
      new ConsumerGroup(stack.kafka(), "dlpo.forward-engine.examples").awaitMembers(2);

      // When
      RunReport report = stack.run(SpecFile.small(stack.dlpo(), "storm", 1, 31));

      // Then
      assertThat(report.trajectory()).isEqualTo(twin.trajectory());
      assertThat(report.bestPrompt()).isEqualTo(twin.bestPrompt());
      assertThat(report.baselineCorrect()).isEqualTo(twin.baselineCorrect());
      assertThat(report.bestCorrect()).isEqualTo(twin.bestCorrect());
      assertThat(report.calls()).isEqualTo(twin.calls());

      List<TappedRecord> predictions = tap.records();
      assertThat(predictions)
          .extracting(record -> record.as(PredictionProduced.class).failure())
          .containsOnlyNulls();
      assertThat(predictions)
          .extracting(record -> record.header("ce_worker"))
          .as("workers that share the limit")
          .contains("forward-engine-1", "forward-engine-2");

      List<Long> arrivals = stack.arrivals("sim-student");
      int most = mostInAMinute(afterTheBurst(arrivals));
      System.out.printf(
          Locale.ROOT,
          "storm: %d requests for %d answers, at most %d in a minute of %d allowed%n",
          arrivals.size(),
          predictions.size(),
          most,
          PER_MINUTE);
      assertThat(arrivals.size()).as("requests").isGreaterThan(predictions.size() * 5 / 4);
      assertThat(most).as("most in any minute").isLessThanOrEqualTo(PER_MINUTE);
      assertThat(mostInAMinute(stack.arrivals("sim-teacher"))).isLessThanOrEqualTo(PER_MINUTE);
    }
  }

  /**
   * Skips the initial burst. The limit applies to the time of sending, and requests may take up to
   * two seconds longer than others to arrive. The first requests may be delayed further, because
   * the receiving processes have not answered any request yet. They are sent at once, a tenth of
   * the limit, and would count towards the minute after their late arrival. Without them, a delay
   * of about seven seconds is tolerated, and a client that permanently exceeds the limit is still
   * detected.
   */
  private static List<Long> afterTheBurst(List<Long> arrivals) {
    return arrivals.stream().sorted().skip(BURST).toList();
  }

  private static int mostInAMinute(List<Long> arrivals) {
    List<Long> times = arrivals.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) >= 60_000) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
