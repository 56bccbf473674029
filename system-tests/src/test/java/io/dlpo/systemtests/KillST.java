package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The death of a service in mid-run changes neither the run's result nor its bill. */
class KillST {

  private static final int STEPS = 4;
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  private static Stack stack;

  @BeforeAll
  static void up() {
    // Slow enough that a kill meets calls in flight.
    stack = Stack.up("kill", Map.of("DLPO_SIMULATOR_LATENCY", "150ms"));
  }

  @AfterAll
  static void down() {
    stack.close();
  }

  /** Seeds differ, so that the ledger knows nothing of the run that is disturbed. */
  @ParameterizedTest
  @CsvSource({"forward-engine, 101", "evaluator, 102", "backward-engine, 103", "optimizer, 104"})
  void shouldEndWithTheSameTrajectoryAfterAKill(String service, long seed) {
    // Given
    Path spec = SpecFile.small(stack.dlpo(), "kill-" + service, STEPS, seed);
    String runId = "kill-" + service;
    ServiceProcess victim = stack.services(service).getFirst();
    RunningCommand running;
    try (EventTap decisions =
        EventTap.fromEnd(
            stack.kafka(), EventType.PROMPT_ACCEPTED.topic(), EventType.PROMPT_REJECTED.topic())) {
      running = stack.startRun(spec, "--run-id", runId);
      decisions.awaitRecords(tapped -> runId.equals(tapped.key()), 1, TIMEOUT);
    }

    // When
    victim.kill();
    RunReport disturbed = new RunReport(running.await(TIMEOUT).expect(0).json());

    // Then
    RunReport undisturbed = stack.run(spec);
    assertThat(disturbed.status()).isEqualTo("FINISHED");
    assertThat(disturbed.trajectory()).isEqualTo(undisturbed.trajectory());
    assertThat(disturbed.bestPrompt()).isEqualTo(undisturbed.bestPrompt());
    assertThat(undisturbed.paid()).as("what the ledger did not keep").isZero();
    assertThat(disturbed.calls()).isEqualTo(undisturbed.calls());
    await("a successor of " + victim)
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(stack.services(service))
                    .singleElement()
                    .satisfies(
                        successor -> {
                          assertThat(successor.pid()).isNotEqualTo(victim.pid());
                          assertThat(successor.ready()).isTrue();
                        }));
    assertThat(decisionsOf(runId)).as("steps decided").containsExactly(1, 2, 3, 4);
  }

  /** The steps of the decisions that were published, repeats of one event taken as one. */
  private static List<Integer> decisionsOf(String runId) {
    try (EventTap tap =
        EventTap.fromBeginning(
            stack.kafka(),
            EventType.PROMPT_ACCEPTED.topic(),
            EventType.PROMPT_REJECTED.topic(),
            EventType.RUN_FINISHED.topic())) {
      tap.awaitRecords(
          tapped ->
              runId.equals(tapped.key()) && tapped.topic().equals(EventType.RUN_FINISHED.topic()),
          1,
          TIMEOUT);
      tap.awaitNothingMore(Duration.ofSeconds(1));
      return tap.records(tapped -> runId.equals(tapped.key()) && tapped.json().has("step")).stream()
          .collect(
              Collectors.toMap(
                  tapped -> String.valueOf(tapped.header("ce_id")),
                  tapped -> tapped.json().path("step").asInt(),
                  (one, repeated) -> one))
          .values()
          .stream()
          .sorted()
          .toList();
    }
  }
}
