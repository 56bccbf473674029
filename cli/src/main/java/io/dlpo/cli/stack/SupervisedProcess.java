package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A process of the stack, restarted when it exits. Only the supervisor's thread uses it. */
final class SupervisedProcess {

  private static final System.Logger LOG = System.getLogger(SupervisedProcess.class.getName());

  /** A service ends its calls in flight, and the first time it writes its class-data archive. */
  private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(40);

  private static final int MAX_EARLY_EXITS = 3;

  private final String name;
  private final Supplier<List<String>> commands;
  private final Map<String, String> environment;
  private final Path log;
  private final RestartBackoff backoff = new RestartBackoff(System::nanoTime);
  private List<String> command;
  private Process process;

  private SupervisedProcess(
      String name, Supplier<List<String>> commands, Map<String, String> environment, Path log) {
    this.name = name;
    this.commands = commands;
    this.command = List.copyOf(commands.get());
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.process = launch();
  }

  /**
   * Starts a process.
   *
   * @param environment added to the environment of the supervisor
   * @param log receives both outputs
   */
  static SupervisedProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    return start(name, () -> command, environment, log);
  }

  /**
   * Starts a process whose command may be another one when it is restarted.
   *
   * @param commands the command for the next start
   */
  static SupervisedProcess start(
      String name, Supplier<List<String>> commands, Map<String, String> environment, Path log) {
    return new SupervisedProcess(name, commands, environment, log);
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

  /** Restarts the process if it has exited, after the pause of {@link RestartBackoff}. */
  boolean restartIfExited() {
    if (process.isAlive() || !backoff.isDue()) {
      return false;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        name + " exited with status " + process.exitValue() + "; restarting it");
    command = next();
    process = launch();
    return true;
  }

  /** The command for the next start, or the last one if its program is not there right now. */
  private List<String> next() {
    try {
      return List.copyOf(commands.get());
    } catch (CliException e) {
      LOG.log(System.Logger.Level.WARNING, name + ": " + e.getMessage());
      return command;
    }
  }

  /** Whether the process keeps exiting soon after its start. */
  boolean cannotStart() {
    return backoff.earlyExits() >= MAX_EARLY_EXITS;
  }

  /** The file of its output. */
  Path log() {
    return log;
  }

  /** Kills the process because it does not respond; it is restarted later. */
  void kill() {
    LOG.log(System.Logger.Level.WARNING, name + " does not respond; killing it");
    process.destroyForcibly();
  }

  void terminate() {
    process.destroy();
  }

  /** Waits for the process to exit, and kills it if it takes too long. */
  void awaitExit() {
    awaitExit(EXIT_TIMEOUT);
  }

  /** Waits for the process to exit, and kills it after the timeout. */
  void awaitExit(Duration timeout) {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
