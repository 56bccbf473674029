package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The signals that tests send to processes. */
public enum Signal {
  /** Freezes the process: it keeps its connections but does not respond. */
  STOP("STOP"),
  /** Continues a frozen process. */
  CONTINUE("CONT"),
  /** Shuts down gracefully; PostgreSQL aborts open transactions (fast shutdown). */
  INTERRUPT("INT"),
  TERMINATE("TERM");

  private final String label;

  Signal(String label) {
    this.label = label;
  }

  /** Sends the signal to a running process. */
  public void send(long pid) {
    try {
      int status =
          new ProcessBuilder(List.of("kill", "-" + label, String.valueOf(pid)))
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new AssertionError("cannot send " + this + " to process " + pid);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send " + this, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
