package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.RefusedException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecBodyTest {

  @Test
  void shouldReadYamlAndJsonAlike() {
    assertThat(SpecBody.read(bytes("a: [1, x]"), true))
        .isEqualTo(SpecBody.read(bytes("{\"a\": [1, \"x\"]}"), false));
  }

  @Test
  void shouldRefuseAYamlBombAtItsFirstAlias() {
    // Given
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
    }

    // When / Then
    assertThatThrownBy(() -> SpecBody.read(bytes(bomb.toString()), true))
        .isInstanceOf(RefusedException.class)
        .hasMessage("line 2 has the YAML alias *a0; write the value itself there");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldRefuseADeepSpec(boolean yaml) {
    // Given
    byte[] deepest = nested(SpecBody.MAX_DEPTH);
    byte[] deeper = nested(SpecBody.MAX_DEPTH + 1);

    // When / Then
    assertThat(SpecBody.read(deepest, yaml).isArray()).isTrue();
    assertThatThrownBy(() -> SpecBody.read(deeper, yaml))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("line 1 is not valid " + (yaml ? "YAML" : "JSON"))
        .hasMessageContaining("nesting depth");
  }

  @Test
  void shouldRefuseALargeBodyWith413() {
    // Given
    byte[] body = new byte[SpecBody.MAX_BYTES + 1];

    // When / Then
    assertThatThrownBy(() -> SpecBody.read(body, false))
        .asInstanceOf(InstanceOfAssertFactories.type(ClientErrorException.class))
        .satisfies(refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(413))
        .satisfies(
            refused ->
                assertThat(refused)
                    .hasMessage(
                        "the spec has 1000001 bytes; the maximum is 1000000; upload the rows as a"
                            + " dataset"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"prompt\": \"a\\ud800b\"}", "{\"a\": [\"\\ud83d\"]}"})
  void shouldRefuseHalfACharacter(String json) {
    assertThatThrownBy(() -> SpecBody.read(bytes(json), false))
        .isInstanceOf(RefusedException.class)
        .hasMessage("line 1 has half of a surrogate pair; write the whole character");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompt: a~---~prompt: b~ | true  | line 3 begins a second document; a spec must be"
            + " a single document",
        "a: [1]~---~              | true  | line 3 begins a second document; a spec must be"
            + " a single document",
        "{} {}                    | false | line 1 begins a second document; a spec must be"
            + " a single document",
        "{} 5                     | false | line 1 begins a second document; a spec must be"
            + " a single document"
      })
  void shouldRefuseASecondDocument(String body, boolean yaml, String message) {
    assertThatThrownBy(() -> SpecBody.read(bytes(body.replace('~', '\n')), yaml))
        .isInstanceOf(RefusedException.class)
        .hasMessage(message);
  }

  @Test
  void shouldTakeOneDocumentBetweenItsMarks() {
    assertThat(SpecBody.read(bytes("---\nseed: 7\n...\n"), true).path("seed").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e400"})
  void shouldNameANumberThatIsTooLargeAsItIsWritten(String number) {
    assertThatThrownBy(() -> SpecBody.read(bytes("{\"seed\": " + number + "}"), false))
        .isInstanceOf(RefusedException.class)
        .hasMessage("line 1 has the number " + number + ", which is too large");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'a': NaN}   | line 1 is not valid JSON: Non-standard token 'NaN'",
        "{'a': [1     | line 1 is not valid JSON: Unexpected end-of-input: expected close marker"
            + " for Array",
        "{'a': 1, 'a': 2} | line 1 is not valid JSON: Duplicate field 'a'",
        "{'a': `}     | line 1 is not valid JSON: Unexpected character ('`' (code 96)): expected a"
            + " valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
      })
  void shouldSayWhatIsNoJsonWithoutNamingClasses(String body, String message) {
    assertThatThrownBy(() -> SpecBody.read(bytes(body.replace("'", "\"")), false))
        .isInstanceOf(RefusedException.class)
        .hasMessage(message);
  }

  @Test
  void shouldNameNoClassForASpecThatIsTooDeep() {
    assertThatThrownBy(() -> SpecBody.read(nested(100_000), false))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "line 1 is not valid JSON: Document nesting depth (51) exceeds the maximum allowed"
                + " (50)");
  }

  @Test
  void shouldRefuseABodyWithoutAMediaType() {
    assertThatThrownBy(() -> SpecBody.read(bytes("{}"), (MediaType) null))
        .isInstanceOf(NotSupportedException.class);
  }

  @Test
  void shouldTakeExpressionsForTextAndEvaluateNothing() {
    // Given
    String hostile = "${OPENAI_API_KEY} {{x}} {x} #{1+1} !!java.net.URL";

    // When / Then
    assertThat(SpecBody.read(bytes("prompt: '" + hostile + "'"), true).path("prompt").asText())
        .isEqualTo(hostile);
    assertThat(
            SpecBody.read(bytes("a: !!javax.script.ScriptEngineManager [b]"), true)
                .path("a")
                .isArray())
        .isTrue();
  }

  private static byte[] nested(int depth) {
    return bytes("[".repeat(depth) + "]".repeat(depth));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
