package io.dlpo.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A run that a test disturbs. Afterwards, the same spec runs again as the reference run. Equal
 * trajectories show that nothing was lost. A reference run without paid calls shows that all calls
 * were cached in the ledger.
 *
 * @param stack the stack of the run
 * @param runId the id of the run
 * @param spec the spec of both runs
 * @param command the command that waits for the end of the run
 */
public record DisturbedRun(Stack stack, String runId, Path spec, RunningCommand command) {

  private static final Duration TIMEOUT = Duration.ofMinutes(6);

  /** Starts a run and returns during its first evaluation. */
  public static DisturbedRun begin(Stack stack, String runId, int steps, long seed) {
    return begin(stack, runId, SpecFile.distinct(stack.dlpo(), runId, steps, seed));
  }

  /** Starts a run of a spec and returns during its first evaluation. */
  public static DisturbedRun begin(Stack stack, String runId, Path spec) {
    try (EventTap predictions =
        EventTap.fromEnd(stack.kafka(), EventType.PREDICTION_PRODUCED.topic())) {
      RunningCommand command = stack.startRun(spec, "--run-id", runId);
      predictions.awaitRecords(
          tapped -> runId.equals(tapped.json().at("/evaluation/runId").asText()), 5, TIMEOUT);
      return new DisturbedRun(stack, runId, spec, command);
    }
  }

  /** Waits for the end of the run and expects the same result as without the disturbance. */
  public void expectUndisturbedEnd() {
    RunReport disturbed = new RunReport(command.await(TIMEOUT).expect(0).json());
    expectSameAsReference(stack, disturbed, spec);
    assertThat(stack.deadLetters()).isEmpty();
  }

  /** Executes the reference run and expects the same decisions from the same number of calls. */
  public static void expectSameAsReference(Stack stack, RunReport disturbed, Path spec) {
    RunReport reference = expectSameDecisions(stack, disturbed, spec);
    assertThat(disturbed.calls()).isEqualTo(reference.calls());
  }

  /** Executes the reference run, expects the same decisions and returns the run. */
  public static RunReport expectSameDecisions(Stack stack, RunReport disturbed, Path spec) {
    RunReport reference = stack.run(spec);
    assertThat(disturbed.status()).isEqualTo("FINISHED");
    assertThat(disturbed.trajectory()).isEqualTo(reference.trajectory());
    assertThat(disturbed.bestPrompt()).isEqualTo(reference.bestPrompt());
    assertThat(reference.paid()).as("calls that the ledger did not keep").isZero();
    return reference;
  }
}
