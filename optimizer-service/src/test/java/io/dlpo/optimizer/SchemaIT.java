package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.EventSchema;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of events, where the headers of events point. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class SchemaIT {

  private static final String ADDRESS = "/api/schemas/";
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldServeThePublishedSchemaOfEachEvent(EventType type) {
    // When
    Response response = when().get(ADDRESS + type.schemaName());

    // Then
    assertThat(response.statusCode()).isEqualTo(OK);
    assertThat(response.contentType()).startsWith("application/schema+json");
    assertThat(response.headers().getValues("Cache-Control"))
        .containsExactly("public, max-age=3600");
    assertThat(response.asString()).isEqualTo(EventSchema.of(type).json());
  }

  @Test
  void shouldNotSendASchemaAgainThatTheClientHas() {
    // Given
    String address = ADDRESS + EventType.RUN_FINISHED.schemaName();
    String tag = when().get(address).header("ETag");

    // When
    Response same = given().header("If-None-Match", tag).get(address);
    Response other = given().header("If-None-Match", "\"another\"").get(address);

    // Then
    assertThat(same.statusCode()).isEqualTo(NOT_MODIFIED);
    assertThat(same.asString()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(other.statusCode()).isEqualTo(OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "POST", "DELETE"})
  void shouldOnlyBeRead(String method) {
    given()
        .request(method, ADDRESS + EventType.RUN_FINISHED.schemaName())
        .then()
        .statusCode(NOT_ALLOWED)
        .header("Allow", "GET, HEAD, OPTIONS");
  }

  @Test
  void shouldNameTheSchemasIfThereIsNoneOfTheName() {
    when()
        .get(ADDRESS + "RunFinished.v2.schema.json")
        .then()
        .statusCode(NOT_FOUND)
        .contentType("application/problem+json")
        .body(
            "detail",
            allOf(
                containsString("there is no schema 'RunFinished.v2.schema.json'"),
                containsString("RunFinished.v1.schema.json")));
  }
}
