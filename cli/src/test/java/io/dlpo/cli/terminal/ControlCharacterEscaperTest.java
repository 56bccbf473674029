package io.dlpo.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlCharacterEscaperTest {

  /** Clears the screen, sets the window title, reverses the text, starts a line. */
  private static final String HOSTILE =
      "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egnp\u2066\r\b\u007f\u2028\u0000 ok";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "001b, \\u001b", "0007, \\u0007", "000d, \\u000d", "009b, \\u009b", "202e, \\u202e",
    "2069, \\u2069", "200b, \\u200b", "feff, \\ufeff", "2028, \\u2028", "d83d, \\ud83d",
    "e0041, \\udb40\\udc41"
  })
  void shouldEscapeWhatATerminalWouldObey(String codePoint, String shown) {
    // Given
    String text = new StringBuilder().appendCodePoint(Integer.parseInt(codePoint, 16)).toString();

    // When / Then
    assertThat(ControlCharacterEscaper.text("a" + text + "b")).isEqualTo("a" + shown + "b");
  }

  @Test
  void shouldKeepLettersEmojiNewLinesAndTabs() {
    // Given
    String text = "Zähle die Äpfel → 数一数\n\t👩\u200d🚀 ${x} {{y}} %s \\n";

    // When / Then
    assertThat(ControlCharacterEscaper.text(text)).isEqualTo(text);
    assertThat(ControlCharacterEscaper.line("a\nb")).isEqualTo("a\\u000ab");
  }

  @Test
  void shouldPassNoControlCharacter() {
    // Given
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(all::appendCodePoint);

    // When / Then
    assertHarmless(printed(all.toString()));
  }

  @Test
  void shouldPassTheSequencesOfTheCommandLineItself() {
    // Given
    String own = ControlCharacterEscaper.CLEAR_LINE + "▕█▏ 1/2 " + Style.GREEN.applyTo("accepted");

    // When / Then
    assertThat(printed(own)).isEqualTo(own);
    assertThat(ControlCharacterEscaper.text(own)).startsWith("\\u000d\\u001b[K");
  }

  @Test
  void shouldKeepTheMeaningOfJson() throws Exception {
    // Given
    ObjectNode json = MAPPER.createObjectNode().put("bestPrompt", HOSTILE);

    // When
    JsonNode read = MAPPER.readTree(printed(json.toString()));

    // Then
    assertThat(read).isEqualTo(json);
  }

  private static void assertHarmless(String text) {
    assertThat(text.codePoints())
        .allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .noneMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
  }

  private static String printed(String text) {
    StringWriter written = new StringWriter();
    PrintWriter out = new PrintWriter(new ControlCharacterEscaper(written));
    out.print(text);
    out.flush();
    return written.toString();
  }
}
