package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compatibility: the samples are events as they were once published. They are never edited or
 * removed; a new version or property gets a further sample.
 */
class SampleTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldReadAndWriteTheSampleUnchanged(EventType type) throws IOException {
    // Given
    byte[] sample = sample(type);

    // When
    Event event = EventJson.read(sample, type.record());
    byte[] written = EventJson.write(event);

    // Then
    assertThat(MAPPER.readTree(written)).isEqualTo(MAPPER.readTree(sample));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldHoldTheSampleToTheSchema(EventType type) throws IOException {
    // Given
    Schema schema = schema(type);
    String sample = new String(sample(type), StandardCharsets.UTF_8);

    // When
    var problems = schema.validate(sample, InputFormat.JSON);

    // Then
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldFindFaultWithTheSampleWithoutItsFirstProperty(EventType type) throws IOException {
    // Given
    ObjectNode broken = (ObjectNode) MAPPER.readTree(sample(type));
    broken.remove(broken.fieldNames().next());

    // When
    var problems = schema(type).validate(broken.toString(), InputFormat.JSON);

    // Then
    assertThat(problems).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldPassOverPropertiesOfALaterAddition(EventType type) throws IOException {
    // Given
    ObjectNode later = (ObjectNode) MAPPER.readTree(sample(type));
    later.put("addedLater", true);

    // When
    Event event = EventJson.read(MAPPER.writeValueAsBytes(later), type.record());

    // Then
    JsonNode original = MAPPER.readTree(sample(type));
    assertThat(MAPPER.readTree(EventJson.write(event))).isEqualTo(original);
  }

  private static byte[] sample(EventType type) throws IOException {
    return Files.readAllBytes(
        Path.of("src/test/resources/samples", type.record().getSimpleName() + ".v1.json"));
  }

  private static Schema schema(EventType type) throws IOException {
    String text = Files.readString(Path.of("src/main/resources/dlpo", type.schema()));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }
}
