package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
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

  /** What has no example is in no sample: add a sample of it. */
  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldDescribeEveryTypeAndFieldWithAnExampleOfEachField(EventType type) {
    // Given
    ObjectNode schema = SchemaGeneration.schemaOf(type);
    List<JsonNode> types =
        Stream.concat(Stream.of(schema), schema.path("$defs").valueStream()).toList();

    // Then
    assertThat(types).allMatch(each -> !each.path("description").asString().isBlank());
    assertThat(schema.path("examples")).hasSize(1);
    assertThat(types.stream().flatMap(each -> each.path("properties").properties().stream()))
        .isNotEmpty()
        .allSatisfy(
            field -> {
              assertThat(field.getValue().path("description").asString())
                  .as("description of %s", field.getKey())
                  .isNotBlank();
              assertThat(field.getValue().path("examples"))
                  .as("examples of %s", field.getKey())
                  .hasSize(1);
            });
  }

  @Test
  void shouldHaveOneDefinitionOfEachMetric() {
    // When
    JsonNode definitions = SchemaGeneration.schemaOf(EventType.PROMPT_PROPOSED).path("$defs");

    // Then
    JsonNode metric = definitions.at("/Evaluation/properties/metric");
    assertThat(metric.path("anyOf").valueStream().map(kind -> kind.path("$ref").asString()))
        .hasSize(10)
        .contains("#/$defs/NumberMetric", "#/$defs/JudgeMetric");
    assertThat(definitions.at("/JudgeMetric/required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("type", "engine", "rubric");
    assertThat(definitions.propertyNames()).noneMatch(name -> name.endsWith("-1"));
  }
}
