package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.LocalStack;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests the procedure of docs/operations.md: back up, destroy and restore, without any Kafka data.
 */
class BackupST {

  private static final String BACK_UP = "tar -C \"$DLPO_HOME\" -czf dlpo-backup.tar.gz postgres";
  private static final String DESTROY = "rm -rf \"$DLPO_HOME\"";
  private static final String RESTORE =
      "mkdir -p \"$DLPO_HOME\" && tar -C \"$DLPO_HOME\" -xzf dlpo-backup.tar.gz";
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  /** Slow enough for commands to arrive long before a run ends. */
  private static final Map<String, String> LATENCY = Map.of("DLPO_SIMULATOR_LATENCY", "400ms");

  @Test
  @Tag("nightly")
  void shouldHaveFinishedRunsAndGoOnWithOthersAfterTheirStackWasDestroyed() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "backup-");
    Stack first = Stack.up("backup", LATENCY);
    Path pausedSpec = SpecFile.small(first.dlpo(), "paused", 10, 502);
    Path runningSpec = SpecFile.small(first.dlpo(), "running", 12, 503);

    // Given a finished run, a paused run and a running run
    RunReport finished = first.run(SpecFile.small(first.dlpo(), "finished", 3, 501));
    String shown = first.dlpo().run("show", finished.runId()).expect(0).out();
    beginAndDecideOnce(first, pausedSpec, "paused");
    first.dlpo().run("pause", "paused").expect(0);
    await().atMost(TIMEOUT).until(() -> first.runNow("paused").status().equals("PAUSED"));
    RunReport paused = first.runNow("paused");
    beginAndDecideOnce(first, runningSpec, "running");

    // When
    String pausedText = Files.readString(pausedSpec);
    String runningText = Files.readString(runningSpec);
    first.close();
    shell(BACK_UP, folder, first.dlpo());
    shell(DESTROY, folder, first.dlpo());
    Dlpo second = Dlpo.fresh("restored", LATENCY);
    shell(RESTORE, folder, second);

    try (Stack stack = LocalStack.upIn(second)) {
      // Then the finished run is restored
      assertThat(stack.dlpo().run("show", finished.runId()).expect(0).out()).isEqualTo(shown);
      assertThat(stack.dlpo().run("prompt", finished.runId()).expect(0).out().strip())
          .isEqualTo(finished.bestPrompt());
      assertThat(stack.runNow(finished.runId()).trajectory()).isEqualTo(finished.trajectory());

      // And the paused run continues and pays for no call twice
      stack.dlpo().run("resume", "paused").expect(0);
      stack.dlpo().run("follow", "paused").expect(0);
      RunReport resumed = stack.runNow("paused");
      assertThat(requests(stack)).isLessThanOrEqualTo(resumed.paid() - paused.paid());
      isAsItsTwin(stack, resumed, SpecFile.write(second, "paused", pausedText));

      // And the running run waits for lost events until it is resumed
      assertThat(stack.runNow("running").status()).isEqualTo("RUNNING");
      stack.dlpo().run("pause", "running").expect(0);
      await().atMost(TIMEOUT).until(() -> stack.runNow("running").status().equals("PAUSED"));
      stack.dlpo().run("resume", "running").expect(0);
      stack.dlpo().run("follow", "running").expect(0);
      isAsItsTwin(stack, stack.runNow("running"), SpecFile.write(second, "running", runningText));
    }
  }

  @Test
  void shouldBeTheCommandsThatTheGuideNames() throws IOException {
    // When
    String guide = Files.readString(Dlpo.inCheckout("docs/operations.md"));

    // Then
    assertThat(guide).contains(BACK_UP, DESTROY, RESTORE);
  }

  /** The command that waits for the run would outlive the stack, so it is stopped here. */
  private static void beginAndDecideOnce(Stack stack, Path spec, String runId) {
    try (EventTap decisions =
        EventTap.fromEnd(
            stack.kafka(), EventType.PROMPT_ACCEPTED.topic(), EventType.PROMPT_REJECTED.topic())) {
      RunningCommand running = stack.startRun(spec, "--run-id", runId);
      decisions.awaitRecords(tapped -> runId.equals(tapped.key()), 1, TIMEOUT);
      running.process().destroy();
    }
  }

  private static void isAsItsTwin(Stack stack, RunReport run, Path spec) {
    RunReport twin = stack.run(spec);
    assertThat(run.status()).isEqualTo("FINISHED");
    assertThat(run.trajectory()).isEqualTo(twin.trajectory());
    assertThat(run.bestPrompt()).isEqualTo(twin.bestPrompt());
    assertThat(run.paid()).isPositive().isLessThanOrEqualTo(twin.calls());
    assertThat(twin.paid()).as("what the ledger did not keep").isZero();
  }

  private static int requests(Stack stack) {
    JsonNode counts = stack.simulatorCounts();
    return counts.path("requests").asInt();
  }

  private static void shell(String command, Path folder, Dlpo dlpo) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-ec", command).directory(folder.toFile()).inheritIO();
    builder.environment().put("DLPO_HOME", dlpo.home().toString());
    assertThat(builder.start().waitFor()).as(command).isZero();
  }
}
