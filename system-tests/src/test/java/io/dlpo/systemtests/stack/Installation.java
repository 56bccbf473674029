package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DLPO, installed somewhere, as its users see it: by the command line and REST. */
public interface Installation {

  /** The command line for this installation. */
  Dlpo dlpo();

  /** The address of the optimizer, without a trailing slash. */
  String rest();

  /**
   * The address of the simulator, without a trailing slash. Skips the test if it is not reachable.
   */
  String simulator();

  /**
   * Returns the times at which requests reached the simulator, including refused ones, in order and
   * in milliseconds since 1970.
   */
  default List<Long> arrivals(String model) {
    JsonNode times = Http.json(simulator() + "/simulator/statistics/arrivals").path(model);
    return times.valueStream().map(JsonNode::asLong).toList();
  }

  /** Returns the counters of the simulator. */
  default JsonNode simulatorCounts() {
    return Http.json(simulator() + "/simulator/statistics");
  }

  /** Returns the number of dead letters by topic; omits empty topics. */
  default Map<String, Long> deadLetters() {
    return Http.json(rest() + "/api/dead-letters")
        .path("topics")
        .valueStream()
        .filter(topic -> topic.path("count").asLong() > 0)
        .collect(
            Collectors.toMap(
                topic -> topic.path("topic").asText(), topic -> topic.path("count").asLong()));
  }

  /** Runs a spec, waits for the end and expects it to finish. */
  default RunReport run(Path spec, String... options) {
    return new RunReport(dlpo().run(runArguments(spec, options)).expect(0).json());
  }

  /** Starts a run without waiting for it. */
  default Dlpo.RunningCommand startRun(Path spec, String... options) {
    return dlpo().start(runArguments(spec, options));
  }

  private static String[] runArguments(Path spec, String... options) {
    return Stream.concat(Stream.of("run", spec.toString(), "--json"), Stream.of(options))
        .toArray(String[]::new);
  }

  /** Returns the current state of a run from the REST API. */
  default RunReport runNow(String runId) {
    return new RunReport(get("/api/runs/" + runId));
  }

  /** Returns the JSON at a path of the REST API. */
  default JsonNode get(String path) {
    return Http.json(rest() + path);
  }

  /** Returns a promoted prompt from the REST API, as an application reads it. */
  default JsonNode promotedPrompt(String name) {
    return Http.json(rest() + "/api/prompts/" + name);
  }
}
