package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a process is told by the system. */
public enum Signal {
  /** It is frozen: it keeps its connections, and answers nobody. */
  STOP("STOP"),
  /** It goes on where it was frozen. */
  CONTINUE("CONT"),
  /** It is to end in good order; PostgreSQL ends its transactions without waiting for them. */
  INTERRUPT("INT"),
  TERMINATE("TERM");

  private final String label;

  Signal(String label) {
    this.label = label;
  }

  /** Sends it to a process that lives. */
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
