package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Processes that find no room: what they write beyond the first bytes of a file fails as it does on
 * a full disk (setrlimit(2), {@code RLIMIT_FSIZE}), until it ends. Processes that they start
 * meanwhile find none either, until their own life ends.
 */
public final class FullDisk {

  /** Enough for the small files that the supervisor keeps. */
  private static final String ROOM = "65536";

  private final long[] pids;

  private FullDisk(long... pids) {
    this.pids = pids.clone();
    LongStream.of(pids).forEach(pid -> allow(pid, ROOM));
  }

  /** From now on there is no room for these. */
  public static FullDisk of(long... pids) {
    return new FullDisk(pids);
  }

  private static void allow(long pid, String bytes) {
    // The hard limit stays as it is: who is not root could not raise it again.
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

  /** There is room again. */
  public void end() {
    LongStream.of(pids).forEach(pid -> allow(pid, "unlimited"));
  }
}
