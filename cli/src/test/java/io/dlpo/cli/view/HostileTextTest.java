package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.RecordedConsole;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No view passes control characters of foreign text to the terminal. */
class HostileTextTest {

  /** Clears the screen, sets the window title, reverses the text, starts a line. */
  private static final String HOSTILE =
      "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egnp\u2066\r\b\u007f\u2028\u0000 ok";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<BiConsumer<JsonNode, Console>> views() {
    return Stream.of(
        RunSummary::print,
        (run, console) -> new RunProgress(console).step(run, run),
        (run, console) -> RunTable.print(array(run), console),
        EstimateText::print,
        ExperimentText::print);
  }

  @ParameterizedTest
  @MethodSource("views")
  void shouldEscapeControlCharactersInEveryView(BiConsumer<JsonNode, Console> view)
      throws Exception {
    // Given
    RecordedConsole printed = RecordedConsole.file();

    // When
    view.accept(hostile(), printed.console());

    // Then
    assertHarmless(printed.text());
    assertThat(printed.text()).contains("\\u001b[2J", "\\u202e");
  }

  private static void assertHarmless(String text) {
    assertThat(text.codePoints())
        .allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .noneMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
  }

  /** The input of every view, with hostile texts. */
  private static ObjectNode hostile() throws JsonProcessingException {
    String json =
        """
        {"runId":"r","name":"X","reason":"X","status":"PAUSED","decision":"ACCEPTED","bestPrompt":"X","phase":"X",
         "warnings":["X"],"failedRows":[{"id":"X","message":"X"}],"arms":[{"arm":"X"}],"notes":["X"],"stages":[{"name":"s","model":"X"}],
         "groups":[{"dataset":"X","transfer":"X","variants":[{"variant":"X"}],
          "comparisons":[{"first":"X","second":"X"}]}]}
        """;
    String value = MAPPER.writeValueAsString(HOSTILE);
    return (ObjectNode) MAPPER.readTree(json.replace("\"X\"", value));
  }

  private static ArrayNode array(JsonNode node) {
    return MAPPER.createArrayNode().add(node);
  }
}
