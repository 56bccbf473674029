package io.dlpo.cli.terminal;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command's output. On a terminal, lines are broken at its width and styles are shown; a file or
 * a pipe gets plain lines.
 *
 * <p>Texts of models, datasets and users must be escaped before they are printed, with {@link
 * ControlCharacterEscaper}.
 */
public final class Console {

  private final PrintWriter writer;
  private final Terminal terminal;

  public Console(PrintWriter writer, Terminal terminal) {
    this.writer = writer;
    this.terminal = terminal;
  }

  /** Standard output of a command. */
  public static Console stdout(CommandSpec spec) {
    return new Console(spec.commandLine().getOut(), Terminal.stdout());
  }

  /** Standard error of a command. */
  public static Console stderr(CommandSpec spec) {
    return new Console(spec.commandLine().getErr(), Terminal.stderr());
  }

  /** Whether a line can be overwritten. */
  public boolean isInteractive() {
    return terminal.interactive();
  }

  /** The columns of a line. */
  public int width() {
    return terminal.width().getAsInt();
  }

  /** Whether a text fits on one line. */
  public boolean fits(String text) {
    return DisplayWidth.of(text) <= width();
  }

  /** An empty line. */
  public void println() {
    writer.println();
    writer.flush();
  }

  /** A text that is broken at word boundaries. */
  public void println(String text) {
    println("", text);
  }

  /** A text that is broken at word boundaries; lines after the first are indented. */
  public void println(String prefix, String text) {
    writer.println(
        terminal.interactive()
            ? TextWrapper.wrap(prefix, text, width())
            : prefix + text.replace("\n", "\n" + " ".repeat(DisplayWidth.of(prefix))));
    writer.flush();
  }

  /**
   * A text on one line, cut at the width of a terminal.
   *
   * @return whether the reader is still there
   */
  public boolean printlnCut(String text) {
    writer.println(cut(text, width()));
    return !writer.checkError();
  }

  /** A text that is copied as it is, such as a prompt: no line is broken. */
  public void printlnUnbroken(String text) {
    writer.println(text);
    writer.flush();
  }

  /**
   * Data that a program may read. A file or a pipe gets it to the byte; on a terminal, control
   * characters are escaped.
   *
   * @return whether the reader is still there
   */
  public boolean printData(String data) {
    writer.print((terminal.interactive() ? ControlCharacterEscaper.text(data) : data) + "\n");
    return !writer.checkError();
  }

  /** Replaces the current line; only for a terminal. */
  public void overwrite(String line) {
    // The last column stays free, or some terminals would start a new line.
    writer.print(ControlCharacterEscaper.CLEAR_LINE + cut(line, width() - 1));
    writer.flush();
  }

  /** Clears what {@link #overwrite} has printed. */
  public void clearLine() {
    if (terminal.interactive()) {
      writer.print(ControlCharacterEscaper.CLEAR_LINE);
      writer.flush();
    }
  }

  /** A text in a style, where the terminal shows styles. */
  public String styled(Style style, String text) {
    return terminal.coloured() ? style.applyTo(text) : text;
  }

  private String cut(String text, int columns) {
    return terminal.interactive() ? DisplayWidth.truncated(text, columns) : text;
  }
}
