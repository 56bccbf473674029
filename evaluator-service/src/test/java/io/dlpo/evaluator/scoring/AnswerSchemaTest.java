package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.metric.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSchemaTest {

  private static final String TOO_LONG = "holding the value to the schema takes too long";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"integer\"}|1.0",
        "{\"multipleOf\": 0.1}|0.3",
        "{\"const\": {\"a\": 1.5}}|{\"a\": 1.50}",
        "{\"enum\": [null, 1]}|null",
        "{\"pattern\": \"^\\\\d+$\"}|\"12\"",
        "{\"format\": \"date\"}|\"tomorrow\"",
        "{\"prefixItems\": [{\"type\": \"string\"}], \"items\": false}|[\"a\"]",
        "{\"$ref\": \"#/$defs/n\", \"$defs\": {\"n\": {\"type\": \"number\"}}}|1",
        "{\"properties\": {\"next\": {\"$ref\": \"#\"}}}|{\"next\": {\"next\": {}}}",
        "{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}|{\"type\": \"object\"}"
      })
  void shouldTakeWhatDraft202012Takes(String schema, String answer) {
    assertThat(problems(schema, answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"integer\"}|1.5",
        "{\"pattern\": \"^\\\\d+$\"}|\"12\\n\"",
        "{\"prefixItems\": [{\"type\": \"string\"}], \"items\": false}|[\"a\", 1]",
        "{\"unevaluatedProperties\": false}|{\"a\": 1}",
        "{\"properties\": {\"next\": {\"$ref\": \"#\"}}, \"maxProperties\": 1}|{\"next\": {\"a\": 1, \"b\": 2}}"
      })
  void shouldTakeNothingElse(String schema, String answer) {
    assertThat(problems(schema, answer)).isNotEmpty();
  }

  @Test
  void shouldNameThePlaceOfEachProblem() {
    assertThat(
            problems(
                "{\"properties\": {\"a\": {\"type\": \"integer\"}, \"b\": {\"maxLength\": 1}}}",
                "{\"a\": \"x\", \"b\": \"xy\"}"))
        .containsExactlyInAnyOrder(
            "/a: string found, integer expected", "/b: must be at most 1 characters long");
  }

  @Test
  void shouldSpeakEnglishEverywhere() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);

      assertThat(problems("{\"type\": \"integer\"}", "\"x\""))
          .containsExactly("the value: string found, integer expected");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$ref\": \"http://127.0.0.1:9/x.json\"}",
        "{\"$ref\": \"https://json-schema.org/draft-07/schema\"}",
        "{\"$ref\": \"classpath:application.properties\"}",
        "{\"$ref\": \"file:///etc/hostname\"}",
        "{\"$ref\": \"#/$defs/none\"}",
        "{\"pattern\": \"(\"}",
        "{\"$schema\": \"https://example.org/own\"}"
      })
  void shouldLoadNothingAndRefuseASchemaThatIsNone(String schema) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> problems(schema, "\"x\""))
        .withMessageStartingWith("metric.schema cannot be used: ");
  }

  @Test
  void shouldEndWhereASchemaHasNoEnd() {
    assertThat(problems("{\"$ref\": \"#\"}", "1")).containsExactly(TOO_LONG);
    assertThat(problems("{\"anyOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}", "1"))
        .containsExactly(TOO_LONG);
  }

  @Test
  void shouldEndASearchThatBacktracksWithoutEnd() {
    List<String> problems =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> problems("{\"pattern\": \"(a+)+b\"}", '"' + "a".repeat(5_000) + "!\""));

    assertThat(problems).containsExactly(TOO_LONG);
  }

  @Test
  void shouldNotMixUpSchemasOfOneId() {
    assertThat(problems("{\"$id\": \"https://x.org/a\", \"type\": \"string\"}", "\"x\"")).isEmpty();
    assertThat(problems("{\"$id\": \"https://x.org/a\", \"type\": \"integer\"}", "\"x\""))
        .hasSize(1);
  }

  private static List<String> problems(String schema, String answer) {
    try {
      return AnswerSchema.problems(new ObjectMapper().readTree(schema), JsonText.read(answer));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
