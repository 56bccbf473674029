package io.dlpo.systemtests.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running stack. Consists of local processes, or of containers of the built images with {@code
 * -Ddlpo.test.stack=images}.
 */
public interface Stack extends AutoCloseable {

  /** The time that {@code dlpo up} waits for services on a busy machine. */
  Duration READY = Duration.ofMinutes(6);

  /**
   * Reassigns the partitions of a killed process after the shortest time that a broker allows, so
   * that kills cost a test less.
   */
  Map<String, String> SHORT_SESSIONS =
      Map.of(
          "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS",
          "6000",
          "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS",
          "2000");

  /** Polls less often, because several stacks that wait would use much of a small machine. */
  Map<String, String> RARE_POLLS =
      Map.of("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_POLL_TIMEOUT", "250");

  /** Starts a separate stack, without warm-up runs, and waits until it is ready. */
  static Stack up(String name, Map<String, String> environment, String... options) {
    return ofImages()
        ? ComposeStack.up(name, environment, options)
        : LocalStack.up(name, environment, options);
  }

  /** Starts a stack like a user, with warm-up runs. */
  static Stack warmUp(String name, Map<String, String> environment) {
    return ofImages()
        ? ComposeStack.up(name, environment)
        : LocalStack.start(Dlpo.fresh(name, environment), "up");
  }

  /** Whether stacks consist of containers of the built images. */
  static boolean ofImages() {
    String stack = System.getProperty("dlpo.test.stack", "processes");
    return switch (stack) {
      case "processes" -> false;
      case "images" -> true;
      default ->
          throw new IllegalArgumentException(
              "dlpo.test.stack is '" + stack + "'; use processes or images");
    };
  }

  /** The command line for this stack. */
  Dlpo dlpo();

  /** The broker's {@code bootstrap.servers} for this machine. */
  String kafka();

  /** The address of the optimizer, without a trailing slash. */
  String rest();

  /**
   * The address of the simulator, without a trailing slash. Skips the test if it is not reachable.
   */
  String simulator();

  /** The processes of the four services. */
  List<ServiceProcess> services();

  /**
   * Kills all processes with {@code kill -9}, including broker and database, and restarts the stack
   * with its data. Its addresses may change.
   */
  void killAndStartAgain();

  /** Stops the stack. */
  @Override
  void close();

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

  /** Returns the processes of one service. */
  default List<ServiceProcess> services(String name) {
    return services().stream().filter(service -> service.name().equals(name)).toList();
  }

  /** Waits until all services are ready. */
  default void awaitReady() {
    await("services that are ready")
        .atMost(READY)
        .until(this::services, now -> now.stream().allMatch(ServiceProcess::ready));
  }

  /** Waits until the replacement of a process is ready. */
  default void awaitSuccessor(ServiceProcess ended) {
    await("a successor of " + ended)
        .atMost(READY)
        .until(
            () -> services(ended.name()),
            now ->
                now.stream().allMatch(process -> process.ready() && process.pid() != ended.pid()));
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
