package io.dlpo.optimizer.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document from which clients are generated. Leaves it in {@code target/openapi.json}. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class OpenApiIT {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String PROBLEM = "#/components/schemas/ProblemBody";

  private JsonNode document;

  @BeforeEach
  void read() throws IOException {
    String text = given().accept("application/json").get("/api/openapi").asString();
    Files.writeString(Path.of("target", "openapi.json"), text);
    document = new ObjectMapper().readTree(text);
  }

  @Test
  void shouldNameAndDescribeEachOperation() {
    SoftAssertions softly = new SoftAssertions();
    operations()
        .forEach(
            (name, operation) -> {
              softly
                  .assertThat(operation.path("operationId").asText())
                  .as(name)
                  .matches("[a-zA-Z]+");
              softly.assertThat(operation.path("summary").asText()).as(name).contains(" ");
              softly.assertThat(operation.path("tags")).as(name).hasSize(1);
              softly
                  .assertThat(
                      operation
                          .path("responses")
                          .propertyStream()
                          .filter(response -> response.getKey().startsWith("2"))
                          .map(response -> response.getValue().path("content").size()))
                  .as(name)
                  .containsExactly(1);
            });
    softly.assertAll();
    assertThat(operations().values().stream().map(o -> o.path("operationId").asText()))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldDescribeEveryErrorAsAProblem() {
    SoftAssertions softly = new SoftAssertions();
    operations()
        .forEach(
            (name, operation) ->
                operation
                    .path("responses")
                    .properties()
                    .forEach(
                        response -> {
                          if (response.getKey().compareTo("400") >= 0) {
                            softly
                                .assertThat(
                                    response
                                        .getValue()
                                        .path("content")
                                        .path("application/problem+json")
                                        .at("/schema/$ref")
                                        .asText())
                                .as(name + " " + response.getKey())
                                .isEqualTo(PROBLEM);
                          }
                        }));
    softly.assertAll();
    assertThat(statuses("post", "/api/runs"))
        .containsExactlyInAnyOrder(
            "202", "400", "401", "403", "409", "413", "415", "422", "500", "503");
    assertThat(statuses("get", "/api/runs"))
        .containsExactlyInAnyOrder("200", "400", "401", "403", "500", "503");
  }

  private Set<String> statuses(String method, String path) {
    return document
        .path("paths")
        .path(path)
        .path(method)
        .path("responses")
        .propertyStream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Test
  void shouldReferToNothingThatIsMissing() {
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void shouldTypeTheBodiesThatAreSpecs() {
    assertThat(
            Stream.of("/api/runs", "/api/estimates", "/api/experiments")
                .map(path -> document.path("paths").path(path).at("/post/requestBody/content"))
                .map(
                    content ->
                        content.path("application/json").at("/schema/$ref").asText()
                            + " "
                            + content.path("application/yaml").at("/schema/$ref").asText()))
        .containsExactly(
            "#/components/schemas/RunSpec #/components/schemas/RunSpec",
            "#/components/schemas/RunSpec #/components/schemas/RunSpec",
            "#/components/schemas/ExperimentSpec #/components/schemas/ExperimentSpec");
    assertThat(
            document
                .path("paths")
                .path("/api/runs/{id}/fork")
                .at("/post/requestBody/content")
                .toString())
        .startsWith(
            "{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/ForkRequest\"}");
    assertThat(document.at("/components/schemas/RunSpec/properties/metric/allOf").size())
        .as("the conditions of the published schema")
        .isGreaterThan(5);
  }

  @Test
  void shouldSayWhatMayBeNull() {
    JsonNode run = document.at("/components/schemas/RunBody/properties");

    assertThat(run.at("/reason/type").toString()).isEqualTo("[\"string\",\"null\"]");
    assertThat(run.at("/best/anyOf").toString())
        .isEqualTo("[{\"$ref\":\"#/components/schemas/HeldOutScore\"},{\"type\":\"null\"}]");
    assertThat(run.at("/name/type").asText()).isEqualTo("string");
    assertThat(document.at("/components/schemas/StepBody/properties/promptId/type").asText())
        .isEqualTo("string");
    assertThat(document.at("/components/schemas/RunReportBody/properties/spec").toString())
        .isEqualTo("{\"type\":\"object\"}");
  }

  @Test
  void shouldDescribeEventsAsAStream() {
    assertThat(
            document
                .path("paths")
                .path("/api/runs/{id}/events")
                .at("/get/responses/200/content")
                .propertyStream()
                .map(Map.Entry::getKey))
        .containsExactly("text/event-stream");
  }

  @Test
  void shouldLimitParameters() {
    assertThat(parameter("/api/dead-letters", "get", "limit").toString())
        .isEqualTo("{\"type\":\"integer\",\"default\":50,\"maximum\":1000,\"minimum\":1}");
    assertThat(parameter("/api/runs/{id}", "get", "id").path("pattern").asText())
        .isEqualTo("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$");
    assertThat(parameter("/api/dead-letters", "get", "consumer").path("enum").valueStream())
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrder("optimizer", "evaluator", "forward-engine", "backward-engine");
  }

  private JsonNode parameter(String path, String method, String name) {
    return document
        .path("paths")
        .path(path)
        .path(method)
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("schema");
  }

  @Test
  void shouldDescribeTheApiKeyAndNoIssuerWithoutOne() {
    assertThat(document.at("/components/securitySchemes").propertyStream().map(Map.Entry::getKey))
        .containsExactly("apiKey");
    assertThat(document.has("security")).isFalse();
  }

  private Map<String, JsonNode> operations() {
    return document
        .path("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .map(
                        operation ->
                            Map.entry(
                                operation.getKey() + " " + path.getKey(), operation.getValue())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
