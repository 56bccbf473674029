package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An experiment outlives its command and the process that conducts it. */
class ExperimentST {

  private static final String DATA = Dlpo.inCheckout("examples").toString();

  private static Stack stack;

  @BeforeAll
  static void up() {
    // Slow enough that a kill meets runs that are under way.
    stack = Stack.up("experiment", Map.of("DLPO_SIMULATOR_LATENCY", "50ms"));
  }

  @AfterAll
  static void down() {
    stack.close();
  }

  @Test
  void shouldGoOnAfterItsCommandIsInterruptedAndTheOptimizerKilled() throws IOException {
    // Given an experiment of which a run has ended
    Path spec = spec("disturbed", 1);
    Dlpo.RunningCommand command = stack.dlpo().start("experiment", spec.toString(), "--data", DATA);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(Files.readString(command.err())).contains("run 1/6"));

    // When
    command.process().destroy();
    CommandResult interrupted = command.await(Duration.ofSeconds(20));
    killOptimizer();
    JsonNode disturbed = experiment(spec, "--json", "-").expect(0).json();
    JsonNode undisturbed = experiment(spec("undisturbed", 1), "--json", "-").expect(0).json();

    // Then
    assertThat(interrupted.err()).contains("keeps running; run the same command again");
    assertThat(disturbed.path("finished").asInt()).isEqualTo(6);
    assertThat(disturbed.path("simulated").asBoolean()).isTrue();
    assertThat(disturbed.at("/groups/0/comparisons/0/runs").asInt()).isEqualTo(3);
    assertThat(accuracies(disturbed)).hasSize(6).isEqualTo(accuracies(undisturbed));
    assertThat(paid(disturbed)).isPositive();
    assertThat(paid(undisturbed)).as("what the ledger did not keep").isZero();
  }

  @Test
  void shouldHoldAnExperimentAndTakeItUpAgain() throws IOException {
    // Given
    Path spec = spec("held", 11);
    Path html = stack.dlpo().home().resolve("report.html");
    Path csv = stack.dlpo().home().resolve("report.csv");

    // When
    CommandResult paused = experiment(spec, "--pause").expect(0);
    CommandResult now = experiment(spec, "--now").expect(0);
    CommandResult end =
        experiment(spec, "--html", html.toString(), "--csv", csv.toString()).expect(0);

    // Then
    assertThat(paused.err()).contains("is paused");
    assertThat(now.out()).contains("of 6 runs have a result").doesNotContain("6 of 6");
    assertThat(end.out())
        .contains("SIMULATED", "FINISHED  6 of 6 runs have a result", "plain → rate");
    assertThat(end.err()).contains("run 6/6");
    assertThat(Files.readString(html)).contains("SIMULATED", "<svg");
    assertThat(Files.readAllLines(csv)).hasSize(7);
  }

  @Test
  void shouldRefuseWhatCannotRunBeforeAnythingBegins() throws IOException {
    // Given
    Path spec = spec("wrong", 21);
    Files.writeString(spec, Files.readString(spec).replace("limit: 1", "limit: 0"));

    // When, Then
    assertThat(experiment(spec).expect(2).err())
        .contains("optimizer.learningRate.limit is '0'", "all.rate.21 and 2 more");
  }

  private static void killOptimizer() {
    ServiceProcess victim = stack.services("optimizer").getFirst();
    victim.kill();
    await("a successor of " + victim)
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(stack.services("optimizer"))
                    .singleElement()
                    .satisfies(
                        successor -> {
                          assertThat(successor.pid()).isNotEqualTo(victim.pid());
                          assertThat(successor.ready()).isTrue();
                        }));
  }

  private static CommandResult experiment(Path spec, String... options) {
    return stack
        .dlpo()
        .run(
            Stream.concat(
                    Stream.of("experiment", spec.toString(), "--data", DATA), Stream.of(options))
                .toArray(String[]::new));
  }

  private static List<String> accuracies(JsonNode report) {
    return report
        .path("cells")
        .valueStream()
        .map(cell -> cell.path("cellId").asText() + " " + cell.path("accuracy").asText())
        .toList();
  }

  private static int paid(JsonNode report) {
    return report
        .path("cells")
        .valueStream()
        .flatMap(cell -> cell.at("/result/paidCalls").valueStream())
        .mapToInt(JsonNode::asInt)
        .sum();
  }

  /** Two variants on three seeds. */
  private static Path spec(String name, int seed) throws IOException {
    return Files.writeString(
        stack.dlpo().home().resolve(name + ".yaml"),
        """
        name: %s
        base:
          prompt: You will answer a reasoning question.
          metric: {type: number}
          optimizer: {batchSize: 5, steps: 3}
        datasets:
          all:
            dataset:
              file: object-counting.jsonl
              split: {train: 40, validation: 40, test: 60, seed: 1}
        variants:
          plain: {}
          rate: {optimizer: {learningRate: {limit: 1}}}
        seeds: [%d, %d, %d]
        parallel: 2
        """
            .formatted(name, seed, seed + 1, seed + 2));
  }
}
