package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.Experiments;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An experiment survives the end of its command and of the process that conducts it. */
@Execution(ExecutionMode.SAME_THREAD)
class ExperimentKillST {

  private final Stack stack;
  private final Experiments experiments;

  ExperimentKillST(@Disturbed Stack stack) {
    this.stack = stack;
    this.experiments = new Experiments(stack);
  }

  @Test
  void shouldGoOnAfterItsCommandIsInterruptedAndTheOptimizerKilled() throws IOException {
    // Given an experiment with one run that has ended
    Path spec = experiments.spec("disturbed", 1);
    Dlpo.RunningCommand command = experiments.start(spec);
    await()
        .atMost(Duration.ofMinutes(4))
        .untilAsserted(() -> assertThat(Files.readString(command.err())).contains("run 1/6"));

    // When
    command.process().destroy();
    CommandResult interrupted = command.await(Duration.ofMinutes(1));
    ServiceProcess optimizer = stack.services("optimizer").getFirst();
    optimizer.kill();
    stack.awaitSuccessor(optimizer);
    JsonNode disturbed = experiments.run(spec, "--json", "-").expect(0).json();
    JsonNode undisturbed =
        experiments.run(experiments.spec("undisturbed", 1), "--json", "-").expect(0).json();

    // Then
    assertThat(interrupted.err()).contains("keeps running; run the same command again");
    assertThat(disturbed.path("finished").asInt()).isEqualTo(6);
    assertThat(disturbed.path("simulated").asBoolean()).isTrue();
    assertThat(disturbed.at("/groups/0/comparisons/0/runs").asInt()).isEqualTo(3);
    assertThat(Experiments.accuracies(disturbed))
        .hasSize(6)
        .isEqualTo(Experiments.accuracies(undisturbed));
    assertThat(Experiments.paid(disturbed)).isPositive();
    assertThat(Experiments.paid(undisturbed)).as("calls that the ledger did not keep").isZero();
  }
}
