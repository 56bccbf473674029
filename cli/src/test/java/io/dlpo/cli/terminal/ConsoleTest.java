package io.dlpo.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private static final String HOSTILE = "a" + ControlCharacterEscaper.CLEAR_LINE + "\u001b[31mb";

  @Test
  void shouldPrintDataUnchangedToAFile() {
    // Given
    RecordedConsole file = RecordedConsole.file();

    // When
    file.console().printData(HOSTILE);

    // Then
    assertThat(file.text()).isEqualTo(HOSTILE + "\n");
  }

  @Test
  void shouldEscapeDataOnATerminalEvenItsOwnSequences() {
    // Given
    RecordedConsole terminal = RecordedConsole.coloured(80);

    // When
    terminal.console().printData(HOSTILE);

    // Then
    assertThat(terminal.text()).isEqualTo("a\\u000d\\u001b[K\\u001b[31mb\n");
  }

  @Test
  void shouldNotBreakLinesOfAFile() {
    // Given
    RecordedConsole file = RecordedConsole.file();
    String text = "word ".repeat(100).strip();

    // When
    file.console().println("note: ", text);
    file.console().printlnCut(text);

    // Then
    assertThat(file.text()).isEqualTo("note: " + text + "\n" + text + "\n");
  }

  @Test
  void shouldIndentFurtherLinesInAFileAsWell() {
    // Given
    RecordedConsole file = RecordedConsole.file();

    // When
    file.console().println("dlpo: ", "steps is 0\nseed is 'x'");

    // Then
    assertThat(file.text()).isEqualTo("dlpo: steps is 0\n      seed is 'x'\n");
  }

  @Test
  void shouldCutALineThatIsOverwritten() {
    // Given
    RecordedConsole terminal = RecordedConsole.terminal(20);

    // When
    terminal.console().overwrite("▕████▏ 3/8  acceptance of step 3");
    terminal.console().clearLine();

    // Then
    assertThat(terminal.text())
        .isEqualTo(
            ControlCharacterEscaper.CLEAR_LINE
                + "▕████▏ 3/8  accept…"
                + ControlCharacterEscaper.CLEAR_LINE);
  }

  @Test
  void shouldNoticeThatTheReaderIsGone() {
    // Given
    Console console = new Console(new PrintWriter(new ClosedPipe()), Terminal.none());

    // When, Then
    assertThat(console.printData("{}")).isFalse();
    assertThat(console.printlnCut("line")).isFalse();
  }

  private static final class ClosedPipe extends Writer {

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
