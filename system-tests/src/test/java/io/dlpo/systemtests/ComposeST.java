package io.dlpo.systemtests;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.ComposeStack;
import io.dlpo.systemtests.stack.ConsumerGroup;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests the images and the Compose file. Requires a Docker engine. */
@EnabledIf(
    value = "io.dlpo.systemtests.stack.ComposeStack#engineAnswers",
    disabledReason = "no Docker engine with Compose answers")
class ComposeST {

  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final String RUN = "composed";
  private static final String OPERATOR_KEY = "a-key-of-this-test-alone";
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  @Test
  void shouldRunScaledThroughDeathsAndARestartAsIfNothingHadBeen() {
    // Slow enough for a kill to hit calls in flight.
    try (ComposeStack stack =
        ComposeStack.up(
            "compose",
            Map.of(
                "DLPO_SIMULATOR_LATENCY", "150ms", "DLPO_SECURITY_OPERATOR_KEY", OPERATOR_KEY))) {
      // Given three forward engines in the middle of a run
      stack.compose("up", "--wait", "--no-recreate", "--scale", "forward-engine=3").expect(0);
      assertThat(stack.health("forward-engine")).containsExactly("healthy", "healthy", "healthy");
      new ConsumerGroup(stack.kafka(), "dlpo.forward-engine.examples").awaitMembers(3);
      Path spec = SpecFile.small(stack.dlpo(), RUN, 4, 501);
      Dlpo stranger = Dlpo.fresh("stranger", Map.of("DLPO_REST", stack.rest()));
      assertThat(stranger.run("run", spec.toString()).expect(1).err()).contains("DLPO_API_KEY");
      RunReport disturbed;
      try (EventTap tap =
          EventTap.fromEnd(
              stack.kafka(),
              PREDICTIONS,
              EventType.PROMPT_ACCEPTED.topic(),
              EventType.PROMPT_REJECTED.topic())) {
        RunningCommand running =
            stack.dlpo().start("run", spec.toString(), "--json", "--run-id", RUN);
        tap.awaitRecords(tapped -> !tapped.topic().equals(PREDICTIONS), 1, TIMEOUT);

        // When a worker is killed permanently, and another service crashes
        stack.killContainer("forward-engine", 2);
        stack.crash("evaluator", 1);

        // Then
        disturbed = new RunReport(running.await(TIMEOUT).expect(0).json());
        assertThat(disturbed.status()).isEqualTo("FINISHED");
        assertThat(stack.health("forward-engine")).hasSize(2);
        assertThat(
                tap.records(on(PREDICTIONS)).stream()
                    .map(tapped -> String.valueOf(tapped.header("ce_worker")))
                    .collect(Collectors.toSet()))
            .as("forward engines that took part")
            .hasSize(3);
      }

      // When only the volumes are kept
      stack.compose("down").expect(0);
      stack.compose("up", "--wait", "--scale", "forward-engine=1").expect(0);

      // Then the broker has the run's events, and the database its steps
      stack.dlpo().run("replay", RUN).expect(0);

      // And one forward engine makes the same decisions, and paid calls are still cached
      RunReport undisturbed = stack.run(spec);
      assertThat(undisturbed.trajectory()).isEqualTo(disturbed.trajectory());
      assertThat(undisturbed.bestPrompt()).isEqualTo(disturbed.bestPrompt());
      assertThat(undisturbed.paid()).as("what the ledger did not keep").isZero();
      assertThat(stack.downWithVolumes()).as("containers, volumes, networks left").isEmpty();
    }
  }
}
