package io.dlpo.optimizer.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.optimizer.rest.RunResource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ApiDocument parts =
      new ApiDocument(
          DocumentParts.load(),
          new ResponseTypes(Map.of("pauseRun", RunResource.Accepted.class)),
          new RecordComponents(MAPPER),
          new SecurityParts(false, false, Optional.empty()));

  @Test
  void shouldAddTheErrorsThatAnOperationCanHave() throws JsonProcessingException {
    // Given
    ObjectNode document =
        document(
            """
            {'/api/runs': {'get': {'operationId': 'listRuns', 'responses': {'200': {}}}},
             '/api/runs/{id}/pause': {'post': {'operationId': 'pauseRun',
               'parameters': [{'name': 'id', 'in': 'path', 'schema': {'type': 'string'}}],
               'responses': {'202': {}}}},
             '/api/datasets': {'post': {'operationId': 'uploadDataset', 'requestBody': {},
               'responses': {'201': {}}}}}
            """);

    // When
    parts.complete(document);

    // Then
    assertThat(
            document
                .path("paths")
                .path("/api/runs/{id}/pause")
                .at("/post/responses/202/content/application~1json/schema/$ref")
                .textValue())
        .isEqualTo("#/components/schemas/RunAccepted");
    assertThat(document.at("/components/schemas/RunAccepted/required/0").textValue())
        .isEqualTo("runId");
    assertThat(statuses(document, "/api/runs", "get"))
        .containsExactly("200", "400", "401", "403", "500", "503");
    assertThat(statuses(document, "/api/runs/{id}/pause", "post"))
        .containsExactly("202", "400", "401", "403", "404", "422", "500", "503", "409");
    assertThat(statuses(document, "/api/datasets", "post"))
        .containsExactly("201", "400", "401", "403", "413", "415", "422", "500", "503");
  }

  private static Iterable<String> statuses(JsonNode document, String path, String method) {
    return document
        .path("paths")
        .path(path)
        .path(method)
        .path("responses")
        .propertyStream()
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void shouldTypeTheBodyOfASpecInBothForms() throws JsonProcessingException {
    // Given
    ObjectNode document =
        document(
            "{'/api/runs': {'post': {'operationId': 'startRun', 'requestBody': {}, 'responses':"
                + " {}}}}");

    // When
    parts.complete(document);

    // Then
    JsonNode content = document.path("paths").path("/api/runs").at("/post/requestBody/content");
    assertThat(content.path("application/json").at("/schema/$ref").textValue())
        .isEqualTo("#/components/schemas/RunSpec");
    assertThat(content.path("application/yaml")).isEqualTo(content.path("application/json"));
    assertThat(content.path("application/json").at("/example/metric/type").textValue())
        .isEqualTo("number");
  }

  @Test
  void shouldLimitParametersAndDescribeThem() throws JsonProcessingException {
    // Given
    ObjectNode document =
        document(
            """
            {'/api/dead-letters/{id}': {'get': {'operationId': 'getDeadLetter',
               'parameters': [{'name': 'id', 'in': 'path'}, {'name': 'other', 'schema': {'type': 'string'}},
                 {'name': 'again', 'schema': {'type': 'string'}}],
               'responses': {}}}}
            """);

    // When
    parts.complete(document);

    // Then
    JsonNode parameters =
        document.path("paths").path("/api/dead-letters/{id}").at("/get/parameters");
    assertThat("dlpo.batch.scored.v1.optimizer.dlq:0:17")
        .matches(parameters.path(0).at("/schema/pattern").textValue());
    assertThat("dlpo.nothing.v1.optimizer.dlq:0:17")
        .doesNotMatch(parameters.path(0).at("/schema/pattern").textValue());
    assertThat(parameters.path(1).toString())
        .isEqualTo("{\"name\":\"other\",\"schema\":{\"type\":\"string\"}}");
    assertThat(parameters.path(2).path("description").textValue())
        .isEqualTo("Whether to redrive what was redriven before.");
    assertThat(parameters.path(2).at("/schema/type").textValue()).isEqualTo("boolean");
  }

  @Test
  void shouldSayThatNoQueryParameterIsEmpty() throws JsonProcessingException {
    // Given
    ObjectNode document =
        document(
            """
            {'/api/runs/{id}/records': {'get': {'operationId': 'listRecords',
               'parameters': [{'name': 'before', 'in': 'query', 'schema': {'type': 'string'}},
                 {'name': 'other', 'in': 'query',
                   'schema': {'type': 'array', 'items': {'type': 'string'}}},
                 {'name': 'step', 'in': 'query', 'schema': {'type': 'string'}}],
               'responses': {}}}}
            """);

    // When
    parts.complete(document);

    // Then
    JsonNode parameters =
        document.path("paths").path("/api/runs/{id}/records").at("/get/parameters");
    assertThat(parameters.path(0).at("/schema/minLength").intValue()).isEqualTo(1);
    assertThat(parameters.path(1).at("/schema/minItems").intValue()).isEqualTo(1);
    assertThat(parameters.path(1).at("/schema/items/minLength").intValue()).isEqualTo(1);
    assertThat(parameters.path(2).path("schema").has("minLength")).as("a number").isFalse();
  }

  private static ObjectNode document(String paths) throws JsonProcessingException {
    return (ObjectNode) MAPPER.readTree("{\"paths\": %s}".formatted(paths.replace('\'', '"')));
  }
}
