package io.dlpo.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the stack, started again when it dies. Used by the supervisor's thread only. */
final class Child {

  private static final long GRACE_SECONDS = 15;
  private static final long SHORT_LIFE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int MOST_DOUBLINGS = 6;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;
  private long startedAt;
  private int quickDeaths;

  private Child(String name, List<String> command, Map<String, String> environment, Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.process = launch();
  }

  /**
   * Starts a process.
   *
   * @param environment set beside the supervisor's own
   * @param log gets both outputs
   */
  static Child start(String name, List<String> command, Map<String, String> environment, Path log) {
    return new Child(name, command, environment, log);
  }

  private Process launch() {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    startedAt = System.nanoTime();
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Starts it again if it has died; one that keeps dying is given more and more time. */
  boolean reviveIfDead() {
    if (process.isAlive() || System.nanoTime() - startedAt < pauseNanos()) {
      return false;
    }
    quickDeaths =
        System.nanoTime() - startedAt < SHORT_LIFE_NANOS
            ? Math.min(quickDeaths + 1, MOST_DOUBLINGS)
            : 0;
    process = launch();
    return true;
  }

  private long pauseNanos() {
    return FIRST_PAUSE_NANOS << quickDeaths;
  }

  void terminate() {
    process.destroy();
  }

  /** Waits for the end, and forces it if it does not come. */
  void awaitEnd() {
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
