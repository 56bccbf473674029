package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events stay compatible with those of the last release: its services, and its users' consumers,
 * read and write the same topics. A release copies the schemas with {@code -Ddlpo.schemas.release}.
 */
class ReleasedSchemaTest {

  private static final Path PUBLISHED = Path.of("src/main/resources/dlpo");
  private static final Path RELEASED = Path.of("src/test/resources/released");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @BeforeAll
  static void copyAtARelease() throws IOException {
    if (Boolean.getBoolean("dlpo.schemas.release")) {
      for (EventType type : EventType.values()) {
        Path copy = RELEASED.resolve(type.schemaName());
        Files.createDirectories(copy.getParent());
        Files.copy(PUBLISHED.resolve(type.schema()), copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  static Stream<String> released() throws IOException {
    try (Stream<Path> files = Files.list(RELEASED)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(names).isNotEmpty();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("released")
  void shouldOnlyGainOptionalFieldsAndValues(String schema) {
    // Given
    JsonNode released = json(RELEASED.resolve(schema));

    // Then
    assertThat(SchemaChanges.breaking(released, json(PUBLISHED.resolve("schemas").resolve(schema))))
        .isEmpty();
  }

  private static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
