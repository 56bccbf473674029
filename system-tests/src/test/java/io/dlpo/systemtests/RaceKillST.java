package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.DisturbedRun;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Killing services while several candidates race changes neither the run's result nor its paid
 * calls.
 */
@Execution(ExecutionMode.SAME_THREAD)
class RaceKillST {

  private static final String RUN = "race-killed";
  private static final int STEPS = 5;
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  private final Stack stack;

  RaceKillST(@Disturbed Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldEndWithTheSameTrajectoryAfterKillsDuringARace() {
    try (EventTap proposals = EventTap.fromEnd(stack.kafka(), EventType.PROMPT_PROPOSED.topic())) {
      // Given
      DisturbedRun run =
          DisturbedRun.begin(stack, RUN, SpecFile.racing(stack.dlpo(), RUN, STEPS, 101));

      // When
      proposals.awaitRecords(tapped -> isFor(tapped, Purpose.SCREENING), 2, TIMEOUT);
      List<ServiceProcess> victims =
          List.of(stack.services("optimizer").getFirst(), stack.services("evaluator").getFirst());
      victims.forEach(ServiceProcess::kill);
      victims.forEach(stack::awaitSuccessor);

      // Then
      run.expectUndisturbedEnd();
      assertThat(proposals.records(tapped -> isFor(tapped, Purpose.SCREENING)))
          .as("proposals of candidates that race")
          .hasSizeGreaterThan(2);
    }
  }

  private static boolean isFor(TappedRecord tapped, Purpose purpose) {
    return RUN.equals(tapped.json().at("/evaluation/runId").asText())
        && purpose.name().equals(tapped.json().at("/evaluation/purpose").asText());
  }
}
