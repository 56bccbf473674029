package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the published schemas against the records. After changing a record, run this test with
 * {@code -Ddlpo.schemas.write=true} and review the result.
 */
class SchemaTest {

  private static final Path PUBLISHED = Path.of("src/main/resources/dlpo");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldPublishTheSchemaOfTheRecord(EventType type) throws IOException {
    // Given
    Path file = PUBLISHED.resolve(type.schema());

    // When
    ObjectNode drawn = SchemaGeneration.schemaOf(type);
    if (Boolean.getBoolean("dlpo.schemas.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(drawn) + "\n");
    }

    // Then
    assertThat(MAPPER.readTree(Files.readString(file))).isEqualTo(drawn);
  }
}
