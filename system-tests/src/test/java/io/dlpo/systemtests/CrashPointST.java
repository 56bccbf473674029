package io.dlpo.systemtests;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.crash.CrashPlan;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.ScoredEvaluations;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every service dies before and after each write that it makes, and the run and its bill are those
 * of a run that nobody has disturbed.
 */
class CrashPointST {

  private static final String RUN = "crash-points";
  private static final Duration TIMEOUT = Duration.ofMinutes(20);

  /**
   * The counts are small, for each life begins to count anew; the optimizer's are such that it has
   * answered the one who requests the run.
   */
  private static final List<String> CRASHES =
      List.of(
          "forward-engine:received:30,forward-engine:replied:8,forward-engine:remembered:12",
          "forward-engine:handled:9,forward-engine:publishing:5,forward-engine:published:6",
          "evaluator:received:15,evaluator:counted:8,evaluator:closed:1,evaluator:announced:2",
          "evaluator:handled:6,evaluator:publishing:2,evaluator:published:7",
          "backward-engine:received:2,backward-engine:replied:2,backward-engine:remembered:3",
          "backward-engine:handled:2,backward-engine:publishing:1,backward-engine:published:2",
          "optimizer:received:3,optimizer:replied:1,optimizer:remembered:1,optimizer:committing:2",
          "optimizer:handled:3,optimizer:publishing:3,optimizer:published:4");

  @Test
  void shouldLoseNothingAndPayNothingTwiceWhereverTheServicesDie() throws IOException {
    // Given
    Path crashes = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crashes-");
    Map<String, String> environment =
        Map.of(
            "DLPO_CRASH_AT", String.join(",", CRASHES),
            "DLPO_CRASH_ONCE", crashes.toString());
    try (Stack stack = Stack.up("crash-points", environment)) {
      Path spec = SpecFile.small(stack.dlpo(), RUN, 6, 401);

      // When the command may well lose sight of the optimizer
      stack.startRun(spec, "--run-id", RUN);
      RunReport disturbed =
          await()
              .atMost(TIMEOUT)
              .ignoreExceptions()
              .until(() -> stack.runNow(RUN), run -> run.json().path("finishedAt").isTextual());

      // Then
      assertThat(happened(crashes)).isEqualTo(everyPoint());
      RunReport undisturbed = stack.run(spec);
      assertThat(happened(crashes)).as("the twin meets no more").isEqualTo(everyPoint());
      assertThat(disturbed.status()).isEqualTo("FINISHED");
      assertThat(disturbed.trajectory()).isEqualTo(undisturbed.trajectory());
      assertThat(disturbed.bestPrompt()).isEqualTo(undisturbed.bestPrompt());
      assertThat(disturbed.calls()).isEqualTo(undisturbed.calls());
      assertThat(undisturbed.paid()).as("what the ledger did not keep").isZero();
      assertThat(ScoredEvaluations.read(stack.kafka()))
          .as("distinct results of each evaluation")
          .isNotEmpty()
          .allSatisfy((evaluation, results) -> assertThat(results).hasSize(1));
      assertThat(stack.deadLetters()).isEmpty();
    }
  }

  private static Set<String> happened(Path crashes) throws IOException {
    try (Stream<Path> files = Files.list(crashes)) {
      return files.map(file -> file.getFileName().toString()).collect(toSet());
    }
  }

  /** The evaluator asks no model here: the answers are scored by a rule. */
  private static Set<String> everyPoint() {
    return CrashPlan.SERVICES.stream()
        .flatMap(
            service -> CrashPoint.of(service).stream().map(point -> service + "." + point.label()))
        .filter(name -> !Set.of("evaluator.replied", "evaluator.remembered").contains(name))
        .collect(toSet());
  }
}
