package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Small runs against the simulator when a stack starts. A Java process is slow at first, because it
 * loads classes and compiles. Without a warm-up, that costs the first run of a stack about half as
 * much time again as its model calls.
 */
public final class WarmUp {

  /** Enough concurrent runs to keep two cores busy. */
  private static final int RUNS = 4;

  private static final int STEPS = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(25);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final OptimizerClient optimizer;
  private final Path data;
  private final Duration timeout;

  /**
   * @param data JSONL with at least 100 rows whose references are numbers
   */
  public WarmUp(OptimizerClient optimizer, Path data) {
    this(optimizer, data, TIMEOUT);
  }

  WarmUp(OptimizerClient optimizer, Path data, Duration timeout) {
    this.optimizer = optimizer;
    this.data = data;
    this.timeout = timeout;
  }

  /**
   * Returns when the runs have ended. Runs that take too long are cancelled, because a warm-up must
   * not fail or delay the start.
   */
  public void run() {
    String dataset = upload();
    // A unique prompt: no reply is cached yet, and none is reused in a run of the user.
    String prompt = "Warm up (" + UUID.randomUUID() + ").";
    List<String> runs =
        IntStream.rangeClosed(1, RUNS)
            .mapToObj(seed -> optimizer.request(spec(dataset, prompt, seed), Optional.empty()))
            .toList();
    long deadline = System.nanoTime() + timeout.toNanos();
    List<String> remaining = active(runs);
    while (!remaining.isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(INTERVAL.toNanos());
      remaining = active(remaining);
    }
    remaining.forEach(run -> optimizer.command(run, "cancel"));
  }

  private String upload() {
    try {
      return optimizer.upload("warm-up", "jsonl", Files.readAllBytes(data));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + data, e);
    }
  }

  private List<String> active(List<String> runs) {
    return runs.stream()
        .filter(run -> optimizer.find(run).map(WarmUp::isActive).orElse(true))
        .toList();
  }

  private static boolean isActive(JsonNode run) {
    return run.path("status").asText().equals("RUNNING");
  }

  private static JsonNode spec(String dataset, String prompt, int seed) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.put("name", "warm-up").put("prompt", prompt).put("seed", seed);
    ObjectNode data = spec.putObject("dataset").put("id", dataset);
    data.putObject("split")
        .put("train", 40)
        .put("validation", 20)
        .put("test", 40)
        .put("seed", seed);
    spec.putObject("metric").put("type", "number");
    spec.putObject("optimizer").put("batchSize", 5).put("steps", STEPS);
    return spec;
  }
}
