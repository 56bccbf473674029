package io.dlpo.cli.command;

import io.dlpo.cli.terminal.Console;

/** Tells the user who interrupts a waiting command that the work continues without it. */
final class DetachNote {

  private volatile boolean cancelled;

  private DetachNote() {}

  /** Prints a note if the process ends before the note is cancelled. */
  static DetachNote onInterrupt(String text, Console console) {
    DetachNote note = new DetachNote();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> note.print(text, console), "interrupted"));
    return note;
  }

  private void print(String text, Console console) {
    if (!cancelled) {
      console.println();
      console.println(text);
    }
  }

  /** The command has ended without being interrupted. */
  void cancel() {
    cancelled = true;
  }
}
