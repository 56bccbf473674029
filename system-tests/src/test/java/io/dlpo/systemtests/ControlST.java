package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.DisturbedRun;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A command to a run takes effect immediately and survives a restart of all processes. */
@Execution(ExecutionMode.SAME_THREAD)
class ControlST {

  private static final String RUN = "paused";

  /** Enough steps for the pause command to arrive long before the end. */
  private static final int STEPS = 5;

  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  private final Stack stack;

  ControlST(@Disturbed Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldGoOnAsIfNothingHadHappenedAfterPauseKillOfEverythingAndResume() {
    Path spec = SpecFile.distinct(stack.dlpo(), RUN, STEPS, 301);

    // Given a run that was paused before its end
    RunningCommand running;
    try (EventTap decisions =
        EventTap.fromEnd(
            stack.kafka(), EventType.PROMPT_ACCEPTED.topic(), EventType.PROMPT_REJECTED.topic())) {
      running = stack.startRun(spec, "--run-id", RUN);
      decisions.awaitRecords(tapped -> RUN.equals(tapped.key()), 1, TIMEOUT);
    }
    stack.dlpo().run("pause", RUN).expect(0);
    await().atMost(TIMEOUT).until(() -> stack.runNow(RUN).status().equals("PAUSED"));
    running.await(TIMEOUT);

    // When
    stack.killAndStartAgain();

    // Then it is still paused
    assertThat(stack.runNow(RUN).status()).isEqualTo("PAUSED");
    assertThat(stack.dlpo().run("replay", RUN).expect(0).out()).startsWith("agrees: ");

    // When
    stack.dlpo().run("resume", RUN).expect(0);
    stack.dlpo().run("follow", RUN).expect(0);

    // Then it ended like an undisturbed run
    RunReport disturbed = stack.runNow(RUN);
    assertThat(stack.dlpo().run("replay", RUN).expect(0).out())
        .startsWith("agrees: " + STEPS + " steps, ")
        .contains(disturbed.trajectory());
    RunReport reference = DisturbedRun.expectSameDecisions(stack, disturbed, spec);
    assertThat(disturbed.paid()).isPositive().isLessThanOrEqualTo(reference.calls());
  }
}
