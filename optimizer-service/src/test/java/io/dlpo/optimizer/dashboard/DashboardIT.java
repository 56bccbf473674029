package io.dlpo.optimizer.dashboard;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frames of the pages, and what REST has only for them. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class DashboardIT {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"");

  @ParameterizedTest
  @CsvSource({
    "/, Runs, runs-page, page",
    "/runs/run-1, Run, run-page, true",
    "/start, Start a run, start-page, page",
    "/experiments, Experiments, experiments-page, page",
    "/experiments/exp-1, Experiment, experiment-page, true",
    "/prompts, Prompts, prompts-page, page",
    "/flow, Flow, flow-page, page",
  })
  void shouldServeTheFrameOfEachPage(String path, String title, String module, String current) {
    // When
    Response page = given().get(path);

    // Then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.headers().getValues("Content-Security-Policy"))
        .containsExactly(DashboardResource.POLICY);
    assertThat(page.asString())
        .startsWith("<!doctype html>")
        .contains("<title>" + title + " – DLPO</title>")
        .contains("<script type=\"module\" src=\"/assets/" + module + ".js\"></script>")
        .containsOnlyOnce("aria-current=\"" + current + "\"");
    assertThat(
            ADDRESS.matcher(page.asString()).results().map((MatchResult found) -> found.group(1)))
        .hasSize(5)
        .allSatisfy(address -> when().get(address).then().statusCode(200));
  }

  /** A name in an address stays out of the frame; the script reads it. */
  @Test
  void shouldNotShowWhatIsInTheAddress() {
    assertThat(given().get("/runs/<b>run-1").asString()).doesNotContain("run-1");
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/runs-page.js, javascript",
    "/assets/dashboard.css, text/css",
    "/assets/icon.svg, image/svg+xml",
    "/webjars/uplot/1.6.30/dist/uPlot.esm.js, javascript",
  })
  void shouldServeScriptsAndStylesWithTheirTypes(String path, String type) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Type", containsString(type))
        .header("X-Content-Type-Options", "nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../application.properties",
        "/index.html",
        "/assets/none.js",
        "/db/optimizer/V1__runs.sql"
      })
  void shouldServeNothingElse(String path) {
    assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isIn(401, 403, 404);
  }

  @Test
  void shouldNeedNoSignInWhileTheApiIsOpen() {
    when()
        .get("/session")
        .then()
        .statusCode(200)
        .body("open", equalTo(true))
        .body("keys", equalTo(false))
        .body("signIn", equalTo(false))
        .body("role", equalTo("operator"))
        .body("csrfToken", nullValue());
  }

  @Test
  void shouldShowWhereWorkWaits() {
    when()
        .get("/api/flow")
        .then()
        .statusCode(200)
        .body("kafka", equalTo(true))
        .body("stages", hasSize(6))
        .body("stages.event", hasItems("PromptProposed", "ExampleRequested", "GradientProduced"))
        .body("stages.find { it.group == 'dlpo.optimizer.scores' }.members", greaterThan(0))
        .body("stages.find { it.group == 'dlpo.optimizer.scores' }.partitions", greaterThan(0))
        .body("limits.evaluationExamples", equalTo(5000))
        .body("stages.find { it.group == 'dlpo.evaluator.predictions' }.members", equalTo(0));
  }
}
