package io.dlpo.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the stack, started again when it dies. Used by the supervisor's thread only. */
final class SupervisedProcess {

  private static final System.Logger LOG = System.getLogger(SupervisedProcess.class.getName());
  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final int HOPELESS = 3;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final RestartBackoff backoff = new RestartBackoff(System::nanoTime);
  private Process process;

  private SupervisedProcess(
      String name, List<String> command, Map<String, String> environment, Path log) {
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
  static SupervisedProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    return new SupervisedProcess(name, command, environment, log);
  }

  private Process launch() {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
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
    if (process.isAlive() || !backoff.isDue()) {
      return false;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        name + " has ended with status " + process.exitValue() + " and is started again");
    process = launch();
    return true;
  }

  /** Whether it does not come to life: it has ended again and again soon after its start. */
  boolean cannotStart() {
    return backoff.quickDeaths() >= HOPELESS;
  }

  /** Where its output is. */
  Path log() {
    return log;
  }

  /** Ends it at once, as it does not answer; it is dead at one of the next looks. */
  void kill() {
    LOG.log(System.Logger.Level.WARNING, name + " does not answer and is killed");
    process.destroyForcibly();
  }

  void terminate() {
    process.destroy();
  }

  /** Waits for the end, and forces it if it does not come. */
  void awaitEnd() {
    awaitEnd(GRACE);
  }

  /** Waits so long for the end, and forces it if it does not come. */
  void awaitEnd(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
