package io.dlpo.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  private static final Map<String, String> XTERM =
      Map.of("DLPO_TERMINAL", "1", "TERM", "xterm-256color", "COLUMNS", "132");

  @Test
  void shouldShowColoursAndItsWidth() {
    // When
    Terminal terminal = Terminal.of("DLPO_TERMINAL", XTERM);

    // Then
    assertThat(terminal.interactive()).isTrue();
    assertThat(terminal.coloured()).isTrue();
    assertThat(terminal.width().getAsInt()).isEqualTo(132);
  }

  @Test
  void shouldShowNoColoursInAFile() {
    // When
    Terminal file = Terminal.of("DLPO_TERMINAL_OUT", XTERM);

    // Then
    assertThat(file.interactive()).isFalse();
    assertThat(file.coloured()).isFalse();
    assertThat(file.width().getAsInt()).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"NO_COLOR, 1", "NO_COLOR, no", "TERM, dumb", "TERM, ''"})
  void shouldShowNoColoursThatAreNotWanted(String variable, String value) {
    // Given
    Map<String, String> environment = new HashMap<>(XTERM);
    environment.put(variable, value);

    // When
    Terminal terminal = Terminal.of("DLPO_TERMINAL", environment);

    // Then
    assertThat(terminal.interactive()).isTrue();
    assertThat(terminal.coloured()).isFalse();
  }

  @Test
  void shouldIgnoreAnEmptyNoColor() {
    Map<String, String> environment = new HashMap<>(XTERM);
    environment.put("NO_COLOR", "");
    assertThat(Terminal.of("DLPO_TERMINAL", environment).coloured()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"40, 40", "5, 20"})
  void shouldHaveAMinimumWidth(String columns, int width) {
    assertThat(new TerminalWidth(Map.of("COLUMNS", columns)).getAsInt()).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"''", "wide", "0", "-3", "99999"})
  void shouldMeasureTheTerminalIfColumnsIsNotANumber(String columns) {
    assertThat(new TerminalWidth(Map.of("COLUMNS", columns)).getAsInt()).isBetween(20, 9999);
  }
}
