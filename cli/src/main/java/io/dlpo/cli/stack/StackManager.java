package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts and stops the supervisor of the local stack, and reads the state that it records. */
public final class StackManager {

  private static final Duration INTERVAL = Duration.ofMillis(150);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(90);

  private final DlpoHome home;
  private final Installation installation;
  private final StateFile file;
  private final StackProcesses processes;
  private final Map<String, String> environment;
  private final HealthClient health = new HealthClient();

  public StackManager(DlpoHome home, Installation installation) {
    this(home, installation, Map.of());
  }

  /**
   * @param environment added to the environment of the caller; an empty value removes a variable
   */
  public StackManager(DlpoHome home, Installation installation, Map<String, String> environment) {
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.installation = installation;
    this.file = new StateFile(home.state());
    this.processes = new StackProcesses(home);
  }

  public static StackManager ofEnvironment() {
    return new StackManager(DlpoHome.ofEnvironment(), Installation.ofEnvironment());
  }

  /** The state of the stack; empty if its supervisor is not running. */
  public Optional<StackState> running() {
    return file.read()
        .filter(state -> !isOver(state))
        .filter(state -> processes.isAlive(state.supervisorPid()));
  }

  /** The state of the stack with the current readiness of its services; empty if it is not up. */
  public Optional<StackState> status() {
    return running()
        .map(
            state ->
                state.withServices(
                    state.services().stream()
                        .map(
                            service ->
                                new StackState.ServiceState(
                                    service.name(),
                                    service.index(),
                                    service.pid(),
                                    service.http(),
                                    processes.isAlive(service.pid())
                                        && health.isReady(service.http())))
                        .toList()));
  }

  /**
   * The state of a stack that must be up.
   *
   * @throws CliException if it is not up
   */
  public StackState required() {
    return running().filter(StackState::up).orElseThrow(this::notUp);
  }

  private CliException notUp() {
    String last =
        file.read()
            .map(StackState::failure)
            .map(reason -> " (the last one failed: " + reason + ")")
            .orElse("");
    return new CliException(
        ExitStatus.NOT_UP,
        "no stack is up in %s; start one with: ./dlpo up%s".formatted(home.folder(), last));
  }

  /**
   * Starts the stack and waits until it is ready.
   *
   * @param port port of the REST interface; empty for a free one
   * @param progress receives each phase
   * @throws CliException if the stack does not start
   */
  public StackState up(Scale scale, OptionalInt port, Consumer<String> progress) {
    EndpointVariables.check(effective());
    port.ifPresent(LocalPorts::requireFree);
    home.create();
    awaitStopOfLast();
    cleanUp();
    Process supervisor = launch(scale, port);
    String shown = "";
    while (true) {
      // If two commands start a stack at the same time, one succeeds and both wait for it.
      Optional<StackState> state = running();
      String phase = state.map(StackState::phase).orElse("");
      if (!phase.isEmpty() && !phase.equals(shown)) {
        progress.accept(phase);
        shown = phase;
      }
      if (state.isPresent() && state.get().up()) {
        return state.get();
      }
      if (state.isEmpty() && !supervisor.isAlive()) {
        throw new CliException(ExitStatus.FAILED, failure(file.read()));
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }

  /** The environment that the services will have. */
  private Map<String, String> effective() {
    Map<String, String> effective = new HashMap<>(System.getenv());
    effective.putAll(environment);
    return effective;
  }

  private String failure(Optional<StackState> state) {
    return "the stack did not start: "
        + state.map(StackState::failure).orElse("see " + home.log("supervisor"));
  }

  private Process launch(Scale scale, OptionalInt port) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // In its own session, the stack does not receive Ctrl-C of this terminal.
      command.add("/usr/bin/setsid");
    }
    command.addAll(
        List.of(
            Installation.java(),
            home.mark(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            // Kafka logs a warning for each attempt to connect to the starting broker.
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=error"));
    command.addAll(installation.archive("supervisor").flags());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "io.dlpo.cli.Dlpo", "supervise"));
    scale
        .instances()
        .forEach(
            (service, count) -> command.addAll(List.of("--scale", service.label() + "=" + count)));
    port.ifPresent(number -> command.addAll(List.of("--port", String.valueOf(number))));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log("supervisor").toFile()));
    // These belong to a database of the user, not to the one of the stack.
    builder.environment().keySet().removeAll(Set.of("DATABASE_USER", "DATABASE_PASSWORD"));
    environment.forEach(
        (name, value) -> {
          builder.environment().remove(name);
          if (!value.isEmpty()) {
            builder.environment().put(name, value);
          }
        });
    builder.environment().put("DLPO_HOME", home.folder().toString());
    builder.environment().put("DLPO_ROOT", installation.root().toString());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the supervisor", e);
    }
  }

  /**
   * Stops the stack and its remaining processes.
   *
   * @return whether a stack was running
   */
  public boolean down() {
    Optional<ProcessHandle> supervisor = processes.supervisor();
    supervisor.ifPresent(
        process -> {
          process.destroy();
          if (!processes.awaitExit(List.of(process), STOP_TIMEOUT)) {
            processes.stop(List.of(process));
          }
        });
    cleanUp();
    return supervisor.isPresent();
  }

  /** A stopping stack still uses the folder. */
  private void awaitStopOfLast() {
    file.read()
        .filter(StackManager::isOver)
        .flatMap(state -> processes.find(state.supervisorPid()))
        .ifPresent(supervisor -> processes.awaitExit(List.of(supervisor), STOP_TIMEOUT));
  }

  private static boolean isOver(StackState state) {
    return state.failure() != null || state.phase().equals(StackState.ENDING);
  }

  /** Stops processes that outlived their supervisor. */
  private void cleanUp() {
    if (processes.supervisor().isEmpty()) {
      processes.stopAll();
      file.delete();
    }
  }
}
