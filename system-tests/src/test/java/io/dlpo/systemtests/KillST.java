package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.DecidedSteps;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.DisturbedRun;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Killing a service during a run changes neither the run's result nor its paid calls. {@link
 * CrashPointST} shows the same at each write; this test also runs against the images.
 */
@Tag("nightly")
@Execution(ExecutionMode.SAME_THREAD)
class KillST {

  private static final String RUN = "killed";
  private static final int STEPS = 6;
  private static final Duration TIMEOUT = Duration.ofMinutes(4);
  private static final List<String> SERVICES =
      List.of("forward-engine", "evaluator", "backward-engine", "optimizer");

  private final Stack stack;

  KillST(@Disturbed Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldEndWithTheSameTrajectoryAfterAKillOfEachService() {
    // Given
    List<ServiceProcess> victims = new ArrayList<>();
    try (EventTap decisions =
        EventTap.fromEnd(
            stack.kafka(),
            EventType.PROMPT_ACCEPTED.topic(),
            EventType.PROMPT_REJECTED.topic(),
            EventType.RUN_FINISHED.topic())) {
      DisturbedRun run = DisturbedRun.begin(stack, RUN, STEPS, 101);

      // When each step ends with the kill of another service
      for (int step = 1; step <= SERVICES.size(); step++) {
        int decided = step;
        decisions.awaitRecords(tapped -> isDecision(tapped, decided), 1, TIMEOUT);
        ServiceProcess victim = stack.services(SERVICES.get(step - 1)).getFirst();
        victim.kill();
        victims.add(victim);
      }

      // Then
      run.expectUndisturbedEnd();
      decisions.awaitRecords(
          tapped -> isOfRun(tapped) && tapped.topic().equals(EventType.RUN_FINISHED.topic()),
          1,
          TIMEOUT);
      decisions.awaitNothingMore(KillST::isOfRun, Duration.ofSeconds(1));
      assertThat(
              DecidedSteps.of(
                  decisions.records(tapped -> isOfRun(tapped) && tapped.json().has("step"))))
          .as("steps decided")
          .containsExactlyElementsOf(IntStream.rangeClosed(1, STEPS).boxed().toList());
    }
    victims.forEach(stack::awaitSuccessor);
  }

  private static boolean isOfRun(TappedRecord tapped) {
    return RUN.equals(tapped.key());
  }

  private static boolean isDecision(TappedRecord tapped, int step) {
    return isOfRun(tapped) && tapped.json().path("step").asInt() == step;
  }
}
