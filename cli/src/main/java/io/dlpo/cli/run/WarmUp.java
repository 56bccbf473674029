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
 * Small runs against the simulator at the start of a stack. A Java process is slow at what it does
 * for the first time: it loads classes, interprets and compiles. Without these runs the first run
 * of a stack pays for that, half as much again as its model's latency.
 */
public final class WarmUp {

  /** As many at once as keep two cores busy while the simulator takes its time. */
  private static final int RUNS = 4;

  private static final int STEPS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final OptimizerClient rest;
  private final Path data;
  private final Duration patience;

  /**
   * @param data JSONL with at least 100 rows whose references are numbers
   */
  public WarmUp(OptimizerClient rest, Path data) {
    this(rest, data, PATIENCE);
  }

  WarmUp(OptimizerClient rest, Path data, Duration patience) {
    this.rest = rest;
    this.data = data;
    this.patience = patience;
  }

  /**
   * Returns when the runs have ended. Those that take too long, since the simulator is slow, are
   * cancelled: this helps, and is never worth a failure.
   */
  public void run() {
    String dataset = upload();
    // Words of their own, so that the ledger knows no answer yet and lends none to a user's run.
    String prompt = "Warm up (" + UUID.randomUUID() + ").";
    List<String> runs =
        IntStream.rangeClosed(1, RUNS)
            .mapToObj(seed -> rest.request(spec(dataset, prompt, seed), Optional.empty()))
            .toList();
    long giveUp = System.nanoTime() + patience.toNanos();
    List<String> left = active(runs);
    while (!left.isEmpty() && System.nanoTime() - giveUp < 0) {
      LockSupport.parkNanos(LOOK.toNanos());
      left = active(left);
    }
    left.forEach(run -> rest.command(run, "cancel"));
  }

  private String upload() {
    try {
      return rest.upload("warm-up", "jsonl", Files.readAllBytes(data));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + data, e);
    }
  }

  private List<String> active(List<String> runs) {
    return runs.stream().filter(run -> rest.find(run).map(WarmUp::isActive).orElse(true)).toList();
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
