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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Killing services while several candidates race, of one chain or of several, changes neither the
 * run's result nor its paid calls.
 */
@Execution(ExecutionMode.SAME_THREAD)
class RaceKillST {

  private static final int STEPS = 5;
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  private final Stack stack;

  RaceKillST(@Disturbed Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shouldEndWithTheSameTrajectoryAfterKillsDuringARace(int chains) {
    String name = "race-killed-" + chains;
    try (EventTap proposals = EventTap.fromEnd(stack.kafka(), EventType.PROMPT_PROPOSED.topic())) {
      // Given
      DisturbedRun run =
          DisturbedRun.begin(
              stack, name, SpecFile.racing(stack.dlpo(), name, STEPS * chains, chains, 101));

      // When
      proposals.awaitRecords(tapped -> isFor(name, tapped, Purpose.SCREENING), 2 * chains, TIMEOUT);
      List<ServiceProcess> victims =
          List.of(stack.services("optimizer").getFirst(), stack.services("evaluator").getFirst());
      victims.forEach(ServiceProcess::kill);
      victims.forEach(stack::awaitSuccessor);

      // Then
      run.expectUndisturbedEnd();
      assertThat(proposals.records(tapped -> isFor(name, tapped, Purpose.SCREENING)))
          .as("proposals of candidates that race")
          .hasSizeGreaterThan(2 * chains);
    }
  }

  private static boolean isFor(String run, TappedRecord tapped, Purpose purpose) {
    return run.equals(tapped.json().at("/evaluation/runId").asText())
        && purpose.name().equals(tapped.json().at("/evaluation/purpose").asText());
  }
}
