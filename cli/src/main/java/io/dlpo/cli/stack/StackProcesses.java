package io.dlpo.cli.stack;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of one stack. They are identified by their command lines, because the operating
 * system can reuse a recorded pid for another process.
 */
final class StackProcesses {

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final DlpoHome home;

  StackProcesses(DlpoHome home) {
    this.home = home;
  }

  /** Whether a process of this stack has the pid. */
  boolean isAlive(long pid) {
    return find(pid).isPresent();
  }

  /** The process with the pid, if it belongs to this stack. */
  Optional<ProcessHandle> find(long pid) {
    return ProcessHandle.of(pid).filter(this::owns);
  }

  /** The supervisor of this stack. */
  Optional<ProcessHandle> supervisor() {
    return all().filter(process -> arguments(process).contains("supervise")).findFirst();
  }

  private Stream<ProcessHandle> all() {
    return ProcessHandle.allProcesses().filter(this::owns);
  }

  /** Stops all processes; the broker and the database last, because the others need them. */
  void stopAll() {
    Map<Boolean, List<ProcessHandle>> processes =
        all().collect(Collectors.partitioningBy(this::isServer));
    stop(processes.get(false));
    stop(processes.get(true));
  }

  /** Stops processes, and kills those that do not stop in time. */
  void stop(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    if (!awaitExit(processes, STOP_TIMEOUT)) {
      processes.stream().filter(this::owns).forEach(ProcessHandle::destroyForcibly);
      awaitExit(processes, KILL_TIMEOUT);
    }
  }

  /**
   * Waits for processes to exit.
   *
   * @return whether all exited in time
   */
  boolean awaitExit(List<ProcessHandle> processes, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    // Not onExit: a zombie process never completes it, but it has no command line.
    while (processes.stream().anyMatch(this::owns)) {
      if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(INTERVAL_NANOS);
    }
    return true;
  }

  private boolean owns(ProcessHandle process) {
    return arguments(process).contains(home.mark()) || isPostgres(process);
  }

  private boolean isServer(ProcessHandle process) {
    return isPostgres(process) || arguments(process).contains(KafkaBroker.MAIN);
  }

  private boolean isPostgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/postgres")
        && arguments(process).contains(home.postgres().toString());
  }

  /**
   * Read from Linux where possible: Java cuts command lines at 4,096 bytes, and a class path can be
   * longer.
   */
  private static List<String> arguments(ProcessHandle process) {
    try {
      String words = Files.readString(commandLine(process), StandardCharsets.ISO_8859_1);
      List<String> all = List.of(words.split("\0"));
      return all.stream().skip(1).map(StackProcesses::decoded).toList();
    } catch (IOException e) {
      return process.info().arguments().map(List::of).orElse(List.of());
    }
  }

  private static Path commandLine(ProcessHandle process) {
    return Path.of("/proc", Long.toString(process.pid()), "cmdline");
  }

  /** Linux stores bytes; Java decodes file names with a charset of their own. */
  private static String decoded(String word) {
    return new String(word.getBytes(StandardCharsets.ISO_8859_1), FILE_NAMES);
  }
}
