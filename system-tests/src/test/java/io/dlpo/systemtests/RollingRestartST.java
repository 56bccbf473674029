package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.soak.ScoredEvaluations;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rolling upgrade as in Kubernetes: each process in turn is stopped gracefully and replaced. */
@Tag("nightly")
class RollingRestartST {

  private static final int RUNS = 3;
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  /** A low concurrency limit, so that calls are in flight most of the time. */
  private static final Map<String, String> BUSY =
      Map.of("DLPO_SIMULATOR_LATENCY", "200ms", "DLPO_FORWARD_ENGINE_CONCURRENCY", "3");

  private static final String[] TWO_OF_EACH = {
    "--scale", "forward-engine=2",
    "--scale", "evaluator=2",
    "--scale", "backward-engine=2",
    "--scale", "optimizer=2"
  };

  /** Distinct prompts, so that runs do not share cached calls. */
  private static final List<String> PROMPTS =
      List.of("You will answer a reasoning question.", "Answer this question.", "Reply, please.");

  @Test
  void shouldDisturbNoRunAndPayNothingTwiceWhenEveryProcessIsReplacedUnderLoad() {
    List<RunReport> ended = new ArrayList<>();
    int rounds = 0;
    long inFlight = 0;
    long calls;
    try (Stack stack = Stack.up("rolling", BUSY, TWO_OF_EACH)) {
      // Given further runs until all processes are replaced
      Deque<ServiceProcess> left = new ArrayDeque<>(stack.services());
      assertThat(left).hasSize(8);
      do {
        List<RunningCommand> running = begin(stack, rounds++);

        // When
        while (!left.isEmpty() && meetsCalls(stack, running)) {
          inFlight += restart(stack, left.removeFirst());
        }
        running.forEach(run -> ended.add(new RunReport(run.await(TIMEOUT).expect(0).json())));
      } while (!left.isEmpty());
      calls = stack.simulatorCounts().path("requests").asLong();

      // Then
      ScoredEvaluations scored = ScoredEvaluations.read(stack.kafka());
      assertThat(scored.count()).as("scored evaluations").isPositive();
      assertThat(scored.twice()).as("evaluations with two results").isZero();
      assertThat(deadLetters(stack)).isEmpty();
    }
    List<RunReport> twins = new ArrayList<>();
    // Decisions do not depend on time, so the reference runs need no latency.
    try (Stack stack = Stack.up("undisturbed", Map.of())) {
      for (int round = 0; round < rounds; round++) {
        begin(stack, round)
            .forEach(run -> twins.add(new RunReport(run.await(TIMEOUT).expect(0).json())));
      }
      long twinCalls = stack.simulatorCounts().path("requests").asLong();
      System.out.printf(
          "rolling restart of 8 processes: %d runs, %d calls, of the twins %d; %d under way%n",
          ended.size(), calls, twinCalls, inFlight);
      assertThat(calls - twinCalls).as("calls paid twice").isLessThanOrEqualTo(inFlight);
    }
    assertThat(ended).extracting(RunReport::status).containsOnly("FINISHED");
    assertThat(results(ended)).isEqualTo(results(twins));
  }

  /**
   * Starts runs and waits until their requests are published. Commands have to wait while the
   * optimizer is being replaced.
   */
  private static List<RunningCommand> begin(Stack stack, int round) {
    try (EventTap requests = EventTap.fromEnd(stack.kafka(), EventType.RUN_REQUESTED.topic())) {
      List<RunningCommand> running =
          IntStream.range(0, RUNS)
              .mapToObj(run -> stack.startRun(spec(stack.dlpo(), round, run)))
              .toList();
      requests.awaitRecords(record -> true, RUNS, TIMEOUT);
      return running;
    }
  }

  private static Path spec(Dlpo dlpo, int round, int run) {
    String name = "rolling-%d-%d".formatted(round, run);
    String text = SpecFile.smallText(name, 8, 400 + 10L * round + run);
    return SpecFile.write(
        dlpo, name, text.replace("You will answer a reasoning question.", PROMPTS.get(run)));
  }

  /** Waits for calls in flight. Returns false if the runs end before. */
  private static boolean meetsCalls(Stack stack, List<RunningCommand> running) {
    AtomicBoolean calls = new AtomicBoolean();
    await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              calls.set(stack.simulatorCounts().path("open").asInt() > 0);
              return calls.get() || running.stream().noneMatch(run -> run.process().isAlive());
            });
    return calls.get();
  }

  /** Returns the number of calls in flight when the process was asked to stop. */
  private static long restart(Stack stack, ServiceProcess process) {
    JsonNode counts = stack.simulatorCounts();
    process.terminate();
    await("a successor of " + process)
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(250))
        .until(process::hasSuccessor);
    JsonNode after = stack.simulatorCounts();
    long inFlight = counts.path("open").asLong() + counts.path("justAnswered").asLong();
    System.out.printf(
        "%s-%d replaced with %d calls under way; %d requests before, %d after%n",
        process.name(),
        process.index(),
        inFlight,
        counts.path("requests").asLong(),
        after.path("requests").asLong());
    return inFlight;
  }

  private static JsonNode deadLetters(Stack stack) {
    return stack.dlpo().run("dead-letters", "list", "--json").expect(0).json().path("letters");
  }

  private static List<String> results(List<RunReport> reports) {
    return reports.stream().map(run -> run.trajectory() + " " + run.bestPrompt()).toList();
  }
}
