package io.dlpo.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.soak.ScoredEvaluations;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Replaces each process of a stack in turn under load: it is stopped gracefully, with calls in
 * flight, and started again, as in a rolling upgrade on Kubernetes. Half of the time, one of the
 * two processes of each service is replaced and the other one is not.
 */
public final class RollingReplacement {

  /** A low concurrency limit, so that calls are in flight most of the time. */
  public static final Map<String, String> BUSY =
      Map.of("DLPO_SIMULATOR_LATENCY", "200ms", "DLPO_FORWARD_ENGINE_CONCURRENCY", "3");

  private static final String[] TWO_OF_EACH = {
    "--scale", "forward-engine=2",
    "--scale", "evaluator=2",
    "--scale", "backward-engine=2",
    "--scale", "optimizer=2"
  };

  private static final int RUNS = 3;
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  /** Distinct prompts, so that runs do not share cached calls. */
  private static final List<String> PROMPTS =
      List.of("You will answer a reasoning question.", "Answer this question.", "Reply, please.");

  private final Stack stack;
  private final Consumer<ServiceProcess> beforeEach;
  private final List<RunReport> ended = new ArrayList<>();
  private int rounds;
  private long inFlight;
  private long calls;

  /**
   * @param stack has two processes of each service
   * @param beforeEach is called before a process is stopped
   */
  private RollingReplacement(Stack stack, Consumer<ServiceProcess> beforeEach) {
    this.stack = stack;
    this.beforeEach = beforeEach;
  }

  /** Options of a stack with two processes of each service. */
  public static String[] twoOfEach() {
    return TWO_OF_EACH.clone();
  }

  /** Replaces all processes while runs go on. Starts further runs until all are replaced. */
  public static RollingReplacement of(Stack stack, Consumer<ServiceProcess> beforeEach) {
    RollingReplacement replacement = new RollingReplacement(stack, beforeEach);
    replacement.replaceAll();
    return replacement;
  }

  private void replaceAll() {
    Deque<ServiceProcess> left =
        new ArrayDeque<>(
            stack.services().stream()
                .sorted(Comparator.comparingInt(ServiceProcess::index))
                .toList());
    assertThat(left).hasSize(8);
    do {
      List<RunningCommand> running = begin(stack, rounds++);
      while (!left.isEmpty() && meetsCalls(running)) {
        inFlight += replace(left.removeFirst());
      }
      running.forEach(run -> ended.add(new RunReport(run.await(TIMEOUT).expect(0).json())));
    } while (!left.isEmpty());
    calls = stack.simulatorCounts().path("requests").asLong();
  }

  /** Expects each evaluation to have one result, and no dead letters. */
  public void expectNothingTwice() {
    ScoredEvaluations scored = ScoredEvaluations.read(stack.kafka());
    assertThat(scored.count()).as("scored evaluations").isPositive();
    assertThat(scored.twice()).as("evaluations with two results").isZero();
    assertThat(stack.deadLetters()).isEmpty();
  }

  /** Expects the results and the number of calls of the same runs on another, undisturbed stack. */
  public void expectToBeAsOn(Stack undisturbed) {
    List<RunReport> twins = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      begin(undisturbed, round)
          .forEach(run -> twins.add(new RunReport(run.await(TIMEOUT).expect(0).json())));
    }
    long twinCalls = undisturbed.simulatorCounts().path("requests").asLong();
    System.out.printf(
        "8 processes replaced: %d runs, %d calls, of the twins %d; %d under way%n",
        ended.size(), calls, twinCalls, inFlight);
    assertThat(calls - twinCalls).as("calls paid twice").isLessThanOrEqualTo(inFlight);
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
  private boolean meetsCalls(List<RunningCommand> running) {
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
  private long replace(ServiceProcess process) {
    beforeEach.accept(process);
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

  private static List<String> results(List<RunReport> reports) {
    return reports.stream().map(run -> run.trajectory() + " " + run.bestPrompt()).toList();
  }
}
