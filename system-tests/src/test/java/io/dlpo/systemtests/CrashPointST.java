package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.systemtests.soak.ScoredEvaluations;
import io.dlpo.systemtests.stack.CrashPoints;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.DisturbedRun;
import io.dlpo.systemtests.stack.LocalStack;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SpecFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every service crashes before and after each of its writes. The run has the same decisions and
 * paid calls as an undisturbed run.
 */
@Execution(ExecutionMode.SAME_THREAD)
class CrashPointST {

  private static final String RUN = "crash-points";
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final LocalStack stack;
  private final CrashPoints points;

  CrashPointST(@Disturbed LocalStack stack) {
    this.stack = stack;
    this.points = CrashPoints.of(stack);
  }

  /**
   * A process that has passed a crash point does not crash there, so all processes are restarted.
   */
  @BeforeEach
  void arm() {
    points.arm();
    List<ServiceProcess> processes = stack.services();
    processes.forEach(ServiceProcess::kill);
    processes.forEach(stack::awaitSuccessor);
  }

  @AfterEach
  void disarm() {
    points.disarm();
  }

  @Test
  void shouldLoseNothingAndPayNothingTwiceWhereverTheServicesCrash() {
    // Given
    Path spec = SpecFile.distinct(stack.dlpo(), RUN, 8, 401);

    // When the command may lose its connection to the optimizer
    stack.startRun(spec, "--run-id", RUN);
    RunReport disturbed =
        await()
            .atMost(TIMEOUT)
            .ignoreExceptions()
            .until(() -> stack.runNow(RUN), run -> run.json().path("finishedAt").isTextual());

    // Then
    assertThat(points.passed()).isEqualTo(CrashPoints.all());
    DisturbedRun.expectSameAsReference(stack, disturbed, spec);
    ScoredEvaluations scored = ScoredEvaluations.read(stack.kafka());
    assertThat(scored.count()).as("scored evaluations").isPositive();
    assertThat(scored.twice()).as("evaluations with two results").isZero();
    assertThat(stack.deadLetters()).isEmpty();
  }
}
