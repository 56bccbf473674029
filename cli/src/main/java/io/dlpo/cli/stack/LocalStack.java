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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The local stack from outside: starts and ends its supervisor, and reads what it wrote. */
public final class LocalStack {

  private static final Duration LOOK = Duration.ofMillis(150);
  private static final Duration END = Duration.ofSeconds(60);

  private final Home home;
  private final Installation installation;
  private final StateFile file;
  private final Health health = new Health();

  public LocalStack(Home home, Installation installation) {
    this.home = home;
    this.installation = installation;
    this.file = new StateFile(home.state());
  }

  public static LocalStack ofEnvironment() {
    return new LocalStack(Home.ofEnvironment(), Installation.ofEnvironment());
  }

  /** The stack, if its supervisor lives. */
  public Optional<StackState> running() {
    return file.read()
        .filter(state -> state.failure() == null)
        .filter(state -> isOurs(state.supervisorPid()));
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
                                    isAlive(service.pid()) && health.isReady(service.http())))
                        .toList()));
  }

  /**
   * The stack that a command needs.
   *
   * @throws CliException if it is not up
   */
  public StackState required() {
    return running()
        .filter(StackState::up)
        .orElseThrow(
            () ->
                new CliException(
                    ExitStatus.NOT_UP,
                    "no stack is up in " + home.folder() + "; start it with: ./dlpo up"));
  }

  /**
   * Starts the stack and waits until all of it is ready.
   *
   * @param port of REST; empty for a free one
   * @param progress gets each phase in words
   * @throws CliException if it does not come up
   */
  public StackState up(Scale scale, OptionalInt port, Consumer<String> progress) {
    cleanUp();
    port.ifPresent(Ports::requireFree);
    home.make();
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
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.dlpo.cli.Dlpo",
            "supervise"));
    scale
        .instances()
        .forEach(
            (service, count) -> command.addAll(List.of("--scale", service.label() + "=" + count)));
    port.ifPresent(number -> command.addAll(List.of("--port", String.valueOf(number))));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log("supervisor").toFile()));
    // These belong to a database of the user's, not to the one that is started here.
    builder.environment().keySet().removeAll(Set.of("DATABASE_USER", "DATABASE_PASSWORD"));
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
    boolean was = running().isPresent();
    file.read()
        .map(StackState::supervisorPid)
        .filter(LocalStack::isOurs)
        .flatMap(ProcessHandle::of)
        .ifPresent(LocalStack::end);
    cleanUp();
    return was;
  }

  /** Ends processes whose supervisor is gone. */
  private void cleanUp() {
    Optional<StackState> left = file.read().filter(state -> !isOurs(state.supervisorPid()));
    left.ifPresent(
        state -> {
          state.processes().values().stream()
              .filter(LocalStack::isOurs)
              .flatMap(pid -> ProcessHandle.of(pid).stream())
              .forEach(LocalStack::end);
          file.delete();
        });
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** A pid may have gone to another process since; ours run Java or PostgreSQL. */
  private static boolean isOurs(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .map(command -> command.endsWith("java") || command.endsWith("postgres"))
        .orElse(false);
  }
}
