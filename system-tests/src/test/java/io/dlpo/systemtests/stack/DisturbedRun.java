package io.dlpo.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A run that a test disturbs. The same spec is run again afterwards as the reference run: equal
 * trajectories show that nothing was lost, and that it pays nothing shows that the ledger has kept
 * every call.
 *
 * @param stack that it runs on
 * @param runId its id
 * @param spec of both runs
 * @param command that waits for its end
 */
public record DisturbedRun(Stack stack, String runId, Path spec, RunningCommand command) {

  private static final Duration TIMEOUT = Duration.ofMinutes(6);

  /** Starts a run and returns in the middle of its first evaluation. */
  public static DisturbedRun begin(Stack stack, String runId, int steps, long seed) {
    Path spec = SpecFile.distinct(stack.dlpo(), runId, steps, seed);
    try (EventTap predictions =
        EventTap.fromEnd(stack.kafka(), EventType.PREDICTION_PRODUCED.topic())) {
      RunningCommand command = stack.startRun(spec, "--run-id", runId);
      predictions.awaitRecords(
          tapped -> runId.equals(tapped.json().at("/evaluation/runId").asText()), 5, TIMEOUT);
      return new DisturbedRun(stack, runId, spec, command);
    }
  }

  /** Waits for the end and expects that of an undisturbed run. */
  public void expectUndisturbedEnd() {
    RunReport disturbed = new RunReport(command.await(TIMEOUT).expect(0).json());
    expectSameAsReference(stack, disturbed, spec);
    assertThat(stack.deadLetters()).isEmpty();
  }

  /** Runs the spec of a disturbed run again and expects the same decisions from as many calls. */
  public static void expectSameAsReference(Stack stack, RunReport disturbed, Path spec) {
    RunReport reference = expectSameDecisions(stack, disturbed, spec);
    assertThat(disturbed.calls()).isEqualTo(reference.calls());
  }

  /** Runs the spec of a disturbed run again, expects the same decisions and returns that run. */
  public static RunReport expectSameDecisions(Stack stack, RunReport disturbed, Path spec) {
    RunReport reference = stack.run(spec);
    assertThat(disturbed.status()).isEqualTo("FINISHED");
    assertThat(disturbed.trajectory()).isEqualTo(reference.trajectory());
    assertThat(disturbed.bestPrompt()).isEqualTo(reference.bestPrompt());
    assertThat(reference.paid()).as("calls that the ledger did not keep").isZero();
    return reference;
  }
}
