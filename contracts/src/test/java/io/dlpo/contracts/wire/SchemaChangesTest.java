package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaChangesTest {

  private static final String RELEASED =
      """
      {"$defs": {
         "Status": {"type": "string", "enum": ["FINISHED", "FAILED"]},
         "Exact": {"type": "object", "properties": {"type": {"const": "exact"}}},
         "Number": {"type": "object", "properties": {"type": {"const": "number"}}}},
       "type": "object",
       "properties": {
         "runId": {"type": "string", "maxLength": 100},
         "status": {"$ref": "#/$defs/Status"},
         "metric": {"anyOf": [{"$ref": "#/$defs/Exact"}, {"$ref": "#/$defs/Number"}]},
         "notes": {"type": "array", "items": {"type": "string"}},
         "weights": {"type": "object", "additionalProperties": {"type": "number"}}},
       "required": ["runId", "status"]}
      """;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "runId": {"type": "string", "maxLength": 100}, | `` | event.runId is gone
          "maxLength": 100 | "maxLength": 50 | event.runId: maxLength was 100 and is 50
          "status": {"$ref": "#/$defs/Status"} | "status": {"type": "string"} | event.status: $ref was "#/$defs/Status" and is
          "FINISHED", "FAILED" | "FINISHED" | Status: FAILED is no longer a value
          [{"$ref": "#/$defs/Exact"}, {"$ref": "#/$defs/Number"}] | [{"$ref": "#/$defs/Exact"}] | event.metric: #/$defs/Number is no longer a kind
          "required": ["runId", "status"] | "required": ["runId"] | event: status is no longer required
          "required": ["runId", "status"] | "required": ["runId", "status", "notes"] | event: notes is no longer optional
          "items": {"type": "string"} | "items": {"type": "integer"} | event.notes[]: type was "string" and is "integer"
          {"type": "number"} | {"type": "string"} | event.weights.*: type was "number" and is "string"
          "Number": { | "Other": { | the type Number is gone
          """)
  void shouldNameWhatBreaksConsumersOrProducersOfTheRelease(
      String before, String after, String change) {
    // When
    JsonNode now = MAPPER.readTree(RELEASED.replace(before, after));

    // Then
    assertThat(SchemaChanges.breaking(MAPPER.readTree(RELEASED), now))
        .anyMatch(found -> found.startsWith(change));
  }

  @Test
  void shouldAllowWhatIsOnlyAdded() {
    // Given
    String now =
        RELEASED
            .replace("\"FAILED\"]", "\"FAILED\", \"ARCHIVED\"]")
            .replace("\"notes\":", "\"labels\": {\"type\": \"string\"}, \"notes\":")
            .replace("\"maxLength\": 100", "\"maxLength\": 100, \"description\": \"The run\"");

    // Then
    assertThat(SchemaChanges.breaking(MAPPER.readTree(RELEASED), MAPPER.readTree(now))).isEmpty();
  }
}
