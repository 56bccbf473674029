package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaAddressTest {

  @Test
  void shouldAppendTheNameOfTheSchema() {
    assertThat(SchemaAddress.of("http://optimizer:8080/api/schemas/").of(EventType.BATCH_SCORED))
        .hasToString("http://optimizer:8080/api/schemas/BatchScored.v1.schema.json");
  }

  @Test
  void shouldByDefaultBeWhatTheSchemasCallThemselves() throws IOException {
    for (EventType type : EventType.values()) {
      assertThat(Files.readString(Path.of("src/main/resources/dlpo", type.schema())))
          .contains("\"$id\" : \"" + SchemaAddress.DEFAULT.of(type) + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://optimizer:8080/api/schemas",
        "/api/schemas/",
        "optimizer:8080/",
        "http://optimizer/api/schemas/?version=1",
        "http://optimizer/api/schemas/#all",
        ""
      })
  void shouldRefuseAnAddressToWhichNoNameCanBeAppended(String base) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaAddress.of(base))
        .withMessage(
            "SchemaAddress.base is '%s'; must be an absolute URL that ends with a slash, such as http://localhost:8080/api/schemas/",
            base);
  }

  @Test
  void shouldKnowTheSchemaOfEachEvent() throws IOException {
    // When
    var schemas = EventSchema.all();

    // Then
    assertThat(schemas)
        .extracting(EventSchema::name)
        .containsExactlyElementsOf(
            Arrays.stream(EventType.values()).map(EventType::schemaName).toList());
    assertThat(schemas.getFirst().json())
        .isEqualTo(
            Files.readString(Path.of("src/main/resources/dlpo", EventType.RUN_REQUESTED.schema())));
  }
}
