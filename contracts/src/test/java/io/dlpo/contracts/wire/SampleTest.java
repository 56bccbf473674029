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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compatibility: the samples are events as they were once published. They are never edited or
 * removed; a new version or property gets a further sample, {@code Event.v1.what-is-new.json}.
 */
class SampleTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path FOLDER = Path.of("src/test/resources/samples");

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void shouldHaveASampleOfEachEvent() throws IOException {
    assertThat(samples())
        .containsAll(
            Arrays.stream(EventType.values())
                .map(type -> FOLDER.resolve(type.record().getSimpleName() + ".v1.json"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldReadAndWriteTheSampleUnchanged(Path file) throws IOException {
    // Given
    byte[] sample = Files.readAllBytes(file);

    // When
    Event event = EventJson.read(sample, type(file).record());
    byte[] written = EventJson.write(event);

    // Then
    assertThat(MAPPER.readTree(written)).isEqualTo(MAPPER.readTree(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldHoldTheSampleToTheSchema(Path file) throws IOException {
    // Given
    Schema schema = schema(file);
    String sample = Files.readString(file);

    // When
    var problems = schema.validate(sample, InputFormat.JSON);

    // Then
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldFindFaultWithTheSampleWithoutItsFirstProperty(Path file) throws IOException {
    // Given
    ObjectNode broken = (ObjectNode) MAPPER.readTree(Files.readAllBytes(file));
    broken.remove(broken.fieldNames().next());

    // When
    var problems = schema(file).validate(broken.toString(), InputFormat.JSON);

    // Then
    assertThat(problems).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shouldPassOverPropertiesOfALaterAddition(Path file) throws IOException {
    // Given
    ObjectNode later = (ObjectNode) MAPPER.readTree(Files.readAllBytes(file));
    later.put("addedLater", true);

    // When
    Event event = EventJson.read(MAPPER.writeValueAsBytes(later), type(file).record());

    // Then
    JsonNode original = MAPPER.readTree(Files.readAllBytes(file));
    assertThat(MAPPER.readTree(EventJson.write(event))).isEqualTo(original);
  }

  private static EventType type(Path file) {
    String name = file.getFileName().toString();
    return Arrays.stream(EventType.values())
        .filter(type -> name.startsWith(type.record().getSimpleName() + "."))
        .findFirst()
        .orElseThrow();
  }

  private static Schema schema(Path file) throws IOException {
    String text = Files.readString(Path.of("src/main/resources/dlpo", type(file).schema()));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }
}
