package io.dlpo.cli.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A console that records what is printed. */
public final class RecordedConsole {

  private final StringWriter text = new StringWriter();
  private final Console console;

  private RecordedConsole(Terminal terminal) {
    this.console = new Console(new PrintWriter(text), terminal);
  }

  /** A file or a pipe. */
  public static RecordedConsole file() {
    return new RecordedConsole(Terminal.none());
  }

  /** A terminal without colours. */
  public static RecordedConsole terminal(int columns) {
    return new RecordedConsole(new Terminal(true, false, () -> columns));
  }

  /** A terminal with colours. */
  public static RecordedConsole coloured(int columns) {
    return new RecordedConsole(new Terminal(true, true, () -> columns));
  }

  public Console console() {
    return console;
  }

  /** What was printed. */
  public String text() {
    return text.toString();
  }

  /** The columns of the widest line that was printed; a cleared line starts anew. */
  public int widestLine() {
    return text()
        .replace(ControlCharacterEscaper.CLEAR_LINE, "\n")
        .lines()
        .mapToInt(DisplayWidth::of)
        .max()
        .orElse(0);
  }
}
