package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Simulates a full disk for processes: writing beyond the first bytes of a file fails until {@link
 * #end} (setrlimit(2), {@code RLIMIT_FSIZE}). Child processes that start in the meantime keep the
 * limit until they exit.
 */
public final class FullDisk {

  /** Enough for the supervisor's own small files. */
  private static final String ROOM = "65536";

  private final long[] pids;

  private FullDisk(long... pids) {
    this.pids = pids.clone();
    LongStream.of(pids).forEach(pid -> allow(pid, ROOM));
  }

  /** Starts the simulation for processes. */
  public static FullDisk of(long... pids) {
    return new FullDisk(pids);
  }

  private static void allow(long pid, String bytes) {
    // Keeps the hard limit: only root could raise it again.
    List<String> command =
        List.of("prlimit", "--pid", String.valueOf(pid), "--fsize=" + bytes + ":");
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0 && ProcessHandle.of(pid).isPresent()) {
        throw new AssertionError("%s ended with status %d".formatted(command, status));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Ends the simulation. */
  public void end() {
    LongStream.of(pids).forEach(pid -> allow(pid, "unlimited"));
  }
}
