package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the reference in {@code docs/events.md} against the contracts. After changing them, run
 * this test with {@code -Ddlpo.schemas.write=true} and review the result.
 */
class EventReferenceTest {

  private static final Path GUIDE = Path.of("../docs/events.md");

  /** What follows this line is generated. */
  private static final String MARK = "<!-- written by EventReferenceTest; do not edit below -->\n";

  private static final Pattern RECORD = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void shouldBeWhatTheContractsSay() throws IOException {
    // Given
    String guide = Files.readString(GUIDE);
    int end = guide.indexOf(MARK) + MARK.length();
    assertThat(guide).containsOnlyOnce(MARK);

    // When
    String reference = new EventReference().text();
    if (Boolean.getBoolean("dlpo.schemas.write")) {
      guide = guide.substring(0, end) + reference;
      Files.writeString(GUIDE, guide);
    }

    // Then
    assertThat(guide.substring(end)).isEqualTo(reference);
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldShowACompleteRecordOfEachEvent(EventType type) throws IOException {
    // Given
    JsonNode shown = record(type);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(EventSchema.of(type).json());

    // When
    String value = shown.get("value").toString();
    Event event = EventJson.read(value.getBytes(StandardCharsets.UTF_8), type.record());

    // Then
    assertThat(schema.validate(value, InputFormat.JSON)).isEmpty();
    assertThat(shown.get("topic").asString()).isEqualTo(type.topic());
    assertThat(shown.get("key").asString()).isEqualTo(event.partitionKey());
    assertThat(shown.at("/headers/ce_id").asString()).isEqualTo(CloudEventAttributes.id(event));
    assertThat(shown.at("/headers/ce_type").asString()).isEqualTo(type.cloudEventType());
    assertThat(shown.at("/headers/ce_dataschema").asString())
        .endsWith("/api/schemas/" + type.schemaName());
    AsyncApiDocument.read()
        .headers(type)
        .forEach(
            (name, header) ->
                assertThat(shown.get("headers").has(name) || !header.required())
                    .as("header %s", name)
                    .isTrue());
  }

  @Test
  void shouldDescribeEveryHeader() {
    for (EventType type : EventType.values()) {
      assertThat(AsyncApiDocument.read().headers(type).values())
          .allMatch(header -> !header.description().isBlank());
    }
  }

  private static JsonNode record(EventType type) throws IOException {
    String guide = Files.readString(GUIDE);
    return RECORD
        .matcher(guide.substring(guide.indexOf(MARK)))
        .results()
        .map(found -> MAPPER.readTree(found.group(1)))
        .filter(record -> record.get("topic").asString().equals(type.topic()))
        .findFirst()
        .orElseThrow();
  }
}
