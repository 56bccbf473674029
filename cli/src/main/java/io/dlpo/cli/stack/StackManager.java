package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The local stack from outside: starts and ends its supervisor, and reads what it wrote. */
public final class StackManager {

  private static final Duration LOOK = Duration.ofMillis(150);
  private static final Duration END = Duration.ofSeconds(60);

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
   * @param environment what its processes get besides the caller's own; an empty value takes a
   *     variable away
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

  /** The stack, if its supervisor lives. */
  public Optional<StackState> running() {
    return file.read()
        .filter(state -> !isOver(state))
        .filter(state -> processes.isAlive(state.supervisorPid()));
  }

  /** The stack with what its services say right now; empty if it is not up. */
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
   * The stack that a command needs.
   *
   * @throws CliException if it is not up
   */
  public StackState required() {
    return running().filter(StackState::up).orElseThrow(this::notUp);
  }

  private CliException notUp() {
    String last =
        file.read().map(StackState::failure).map(why -> "; the last one: " + why).orElse("");
    return new CliException(
        ExitStatus.NOT_UP,
        "no stack is up in %s; start it with: ./dlpo up%s".formatted(home.folder(), last));
  }

  /**
   * Starts the stack and waits until all of it is ready.
   *
   * @param port of REST; empty for a free one
   * @param progress gets each phase in words
   * @throws CliException if it does not come up
   */
  public StackState up(Scale scale, OptionalInt port, Consumer<String> progress) {
    port.ifPresent(LocalPorts::requireFree);
    home.make();
    awaitEndOfLast();
    cleanUp();
    Process supervisor = launch(scale, port);
    String shown = "";
    while (true) {
      // Of two that start at the same time one goes on, and both wait for that one.
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
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private String failure(Optional<StackState> state) {
    return "the stack does not start: "
        + state.map(StackState::failure).orElse("see " + home.log("supervisor"));
  }

  private Process launch(Scale scale, OptionalInt port) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // A session of its own: Ctrl-C in this terminal is not meant for the stack.
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
            // It complains of each attempt to reach the broker that is starting.
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
    // These belong to the user's own database, not to the one that is started here.
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

  /** Ends the stack and everything that is left of it; whether there was one. */
  public boolean down() {
    Optional<ProcessHandle> supervisor = processes.supervisor();
    supervisor.ifPresent(
        process -> {
          process.destroy();
          if (!processes.awaitEnd(List.of(process), END)) {
            processes.end(List.of(process));
          }
        });
    cleanUp();
    return supervisor.isPresent();
  }

  /** One that ends right now would have the folder and the broker's storage still. */
  private void awaitEndOfLast() {
    file.read()
        .filter(StackManager::isOver)
        .flatMap(state -> processes.living(state.supervisorPid()))
        .ifPresent(supervisor -> processes.awaitEnd(List.of(supervisor), END));
  }

  private static boolean isOver(StackState state) {
    return state.failure() != null || state.phase().equals(StackState.ENDING);
  }

  /** Ends processes whose supervisor is gone, whether they were written down or not. */
  private void cleanUp() {
    if (processes.supervisor().isEmpty()) {
      processes.endAll();
      file.delete();
    }
  }
}
