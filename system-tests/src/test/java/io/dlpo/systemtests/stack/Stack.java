package io.dlpo.systemtests.stack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A running stack. Consists of local processes, or of containers of the built images with {@code
 * -Ddlpo.test.stack=images}.
 */
public interface Stack extends Installation, AutoCloseable {

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

  /** The broker's {@code bootstrap.servers} for this machine. */
  String kafka();

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
}
