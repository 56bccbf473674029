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
 * A stack that is up until it is closed: local processes, or with {@code -Ddlpo.test.stack=images}
 * containers of the built images.
 */
public interface Stack extends AutoCloseable {

  /** As long as {@code dlpo up} waits for services on a busy machine. */
  Duration READY = Duration.ofMinutes(6);

  /** Starts a stack of its own, without runs of its own, and waits until all is ready. */
  static Stack up(String name, Map<String, String> environment, String... options) {
    return ofImages()
        ? ComposeStack.up(name, environment, options)
        : LocalStack.up(name, environment, options);
  }

  /** Starts a stack as a user does. */
  static Stack warmUp(String name, Map<String, String> environment) {
    return ofImages()
        ? ComposeStack.up(name, environment)
        : LocalStack.start(Dlpo.fresh(name, environment), "up");
  }

  /** Whether stacks are containers of the built images. */
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

  /** The command line, which talks to this stack. */
  Dlpo dlpo();

  /** The broker's {@code bootstrap.servers}, as seen from this machine. */
  String kafka();

  /** Address of the optimizer, without a slash at its end. */
  String rest();

  /** Address of the simulator, without a slash at its end; skips a test if it has none here. */
  String simulator();

  /** The processes of the four services. */
  List<ServiceProcess> services();

  /**
   * Kills every process of it with -9, broker and database too, and starts it again with its data.
   * Its addresses may change.
   */
  void killAndStartAgain();

  /** Ends it. */
  @Override
  void close();

  /**
   * When requests reached the simulator, refused ones too: milliseconds since 1970, in their order.
   */
  default List<Long> arrivals(String model) {
    JsonNode times = Http.json(simulator() + "/simulator/statistics/arrivals").path(model);
    return times.valueStream().map(JsonNode::asLong).toList();
  }

  /** What the simulator has counted. */
  default JsonNode simulatorCounts() {
    return Http.json(simulator() + "/simulator/statistics");
  }

  /** How many dead letters each topic has; those without any are left out. */
  default Map<String, Long> deadLetters() {
    return Http.json(rest() + "/api/dead-letters")
        .path("topics")
        .valueStream()
        .filter(topic -> topic.path("count").asLong() > 0)
        .collect(
            Collectors.toMap(
                topic -> topic.path("topic").asText(), topic -> topic.path("count").asLong()));
  }

  /** Runs a spec to its end and expects it to finish. */
  default RunReport run(Path spec, String... options) {
    return new RunReport(dlpo().run(runArguments(spec, options)).expect(0).json());
  }

  /** Starts a run and leaves it running. */
  default Dlpo.RunningCommand startRun(Path spec, String... options) {
    return dlpo().start(runArguments(spec, options));
  }

  private static String[] runArguments(Path spec, String... options) {
    return Stream.concat(Stream.of("run", spec.toString(), "--json"), Stream.of(options))
        .toArray(String[]::new);
  }

  /** The processes of one service. */
  default List<ServiceProcess> services(String name) {
    return services().stream().filter(service -> service.name().equals(name)).toList();
  }

  /** Waits until all services are ready. */
  default void awaitReady() {
    await("services that are ready")
        .atMost(READY)
        .until(this::services, now -> now.stream().allMatch(ServiceProcess::ready));
  }

  /** Waits until another process is ready in the place of one that has ended. */
  default void awaitSuccessor(ServiceProcess ended) {
    await("a successor of " + ended)
        .atMost(READY)
        .until(
            () -> services(ended.name()),
            now ->
                now.stream().allMatch(process -> process.ready() && process.pid() != ended.pid()));
  }

  /** A run as REST shows it now. */
  default RunReport runNow(String runId) {
    return new RunReport(Http.json(rest() + "/api/runs/" + runId));
  }
}
