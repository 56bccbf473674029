package io.dlpo.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({"abc, 3", "Äpfel, 5", "39 → –, 6", "数一数, 6", "e\u0301, 1", "🚀, 2", "▕█▏, 3"})
  void shouldCountColumns(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void shouldIgnoreStyles() {
    assertThat(DisplayWidth.of(Style.RED.applyTo("no"))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"abcdef, 6, abcdef", "abcdef, 5, abcd…", "数一数, 5, 数一…", "数一数, 4, 数…"})
  void shouldMarkWhatIsCut(String text, int columns, String shown) {
    assertThat(DisplayWidth.truncated(text, columns)).isEqualTo(shown);
  }
}
