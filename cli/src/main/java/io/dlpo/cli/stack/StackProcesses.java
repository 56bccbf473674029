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
 * The processes of one home, told by their command lines: a pid that was written down may have gone
 * to somebody else's process since.
 */
final class StackProcesses {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration FORCED = Duration.ofSeconds(10);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Charset FILE_NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final DlpoHome home;

  StackProcesses(DlpoHome home) {
    this.home = home;
  }

  /** Whether a process of this home has that pid. */
  boolean isAlive(long pid) {
    return living(pid).isPresent();
  }

  /** The process of that pid, if it is one of this home. */
  Optional<ProcessHandle> living(long pid) {
    return ProcessHandle.of(pid).filter(this::owns);
  }

  /** The process that owns all others. */
  Optional<ProcessHandle> supervisor() {
    return all().filter(process -> arguments(process).contains("supervise")).findFirst();
  }

  private Stream<ProcessHandle> all() {
    return ProcessHandle.allProcesses().filter(this::owns);
  }

  /** Ends all of them: first those that need the broker and the database, then these. */
  void endAll() {
    Map<Boolean, List<ProcessHandle>> left =
        all().collect(Collectors.partitioningBy(this::isServer));
    end(left.get(false));
    end(left.get(true));
  }

  /** Asks processes to end, and forces those that do not. */
  void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    if (!awaitEnd(processes, GRACE)) {
      processes.stream().filter(this::owns).forEach(ProcessHandle::destroyForcibly);
      awaitEnd(processes, FORCED);
    }
  }

  /** Waits for the end of processes; whether all have ended in time. */
  boolean awaitEnd(List<ProcessHandle> processes, Duration patience) {
    long giveUp = System.nanoTime() + patience.toNanos();
    // Not onExit: a process that nobody reaps has no exit, but no command line either.
    while (processes.stream().anyMatch(this::owns)) {
      if (System.nanoTime() - giveUp > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
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
   * Linux is asked itself, where it is there: Java knows no command line of more than 4,096 bytes,
   * which a class path in a deep folder soon is.
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

  /** Paths are bytes to Linux; Java's words for them are in the charset of its file names. */
  private static String decoded(String word) {
    return new String(word.getBytes(StandardCharsets.ISO_8859_1), FILE_NAMES);
  }
}
