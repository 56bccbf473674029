package io.dlpo.optimizer.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.optimizer.security.Endpoints.Endpoint;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What is one user's is not there for another. */
@QuarkusTest
@TestProfile(PrivateRunsIT.PrivateRuns.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class PrivateRunsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String UNKNOWN = "nothing-of-this-name";
  private static final Map<String, Role> ROLES =
      Map.of("otto", Role.OPERATOR, "olga", Role.OPERATOR, "ada", Role.ADMIN);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  /** Runs are private. */
  public static final class PrivateRuns implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(SignedTokens.settings());
      settings.put("dlpo.security.private-runs", "true");
      return settings;
    }
  }

  @Test
  void shouldAnswerAboutTheRunOfAnotherAsAboutOneThatIsNotThere() {
    // Given
    String run = run("otto", spec(upload("otto", "a")));

    // Then
    expectThereFor("otto", "/api/runs/" + run);
    expectThereFor("ada", "/api/runs/" + run);
    expectNotThereForOlga("/api/runs/{id}", run);
  }

  @Test
  void shouldAnswerAboutTheExperimentOfAnotherAndItsRunsAsAboutWhatIsNotThere() {
    // Given
    String experiment =
        as("otto", "application/yaml")
            .body(bytes(experiment(upload("otto", "b"))))
            .post("/api/experiments")
            .then()
            .log()
            .ifValidationFails()
            .statusCode(202)
            .extract()
            .path("experimentId");
    String address = "/api/experiments/" + experiment;
    expectThereFor("otto", address);
    List<String> runs = as("otto", "application/json").get(address).path("cells.runId");

    // Then
    assertThat(runs).isNotEmpty();
    expectThereFor("ada", address);
    expectNotThereForOlga("/api/experiments/{id}", experiment);
    expectThereFor("otto", "/api/runs/" + runs.getFirst());
    expectNotThereForOlga("/api/runs/{id}", runs.getFirst());
  }

  @Test
  void shouldAnswerAboutThePromptOfAnotherAsAboutOneThatIsNotThere() {
    // Given
    String name = "prompt-of-otto";
    String address = "/api/prompts/" + name;
    promote("otto", cancelled("otto", spec(upload("otto", "g"))), name).then().statusCode(202);

    // Then
    expectThereFor("otto", address);
    expectThereFor("ada", address);
    assertThat(as("otto", "application/json").get(address).path("promotedBy").toString())
        .isEqualTo("user otto");
    expectNotThereForOlga("/api/prompts/{name}", name);
    assertThat(listed("otto", "/api/prompts", "name")).contains(name);
    assertThat(listed("olga", "/api/prompts", "name")).doesNotContain(name);

    // Then the name is taken
    String own = cancelled("olga", spec(upload("olga", "h")));
    assertThat(promote("olga", own, name).statusCode()).isEqualTo(CONFLICT);
    assertThat(promote("olga", own, "prompt-of-olga").statusCode()).isEqualTo(ACCEPTED);
  }

  private String cancelled(String user, String spec) {
    String address = "/api/runs/" + run(user, spec);
    expectThereFor(user, address);
    as(user, "application/json").post(address + "/cancel").then().statusCode(ACCEPTED);
    await(address)
        .atMost(PATIENCE)
        .until(() -> as(user, "application/json").get(address).path("status").equals("CANCELLED"));
    return address.substring("/api/runs/".length());
  }

  private Response promote(String user, String runId, String name) {
    return as(user, "application/json")
        .body(bytes("{\"name\": \"%s\", \"force\": true}".formatted(name)))
        .post("/api/runs/" + runId + "/promote");
  }

  @Test
  void shouldListToEachOnlyTheirOwn() {
    // Given
    String dataset = upload("otto", "c");
    String run = run("otto", spec(dataset));
    expectThereFor("otto", "/api/runs/" + run);

    // Then
    assertThat(listed("otto", "/api/runs", "runId")).contains(run);
    assertThat(listed("ada", "/api/runs", "runId")).contains(run);
    assertThat(listed("olga", "/api/runs", "runId")).doesNotContain(run);
    assertThat(listed("otto", "/api/datasets", "id")).contains(dataset);
    assertThat(listed("olga", "/api/datasets", "id")).doesNotContain(dataset);
    assertThat(listed("olga", "/api/experiments", "experimentId")).isEmpty();
  }

  @Test
  void shouldTakeTheDatasetOfAnotherOnlyFromOneWhoHasItsContent() {
    // Given
    String dataset = upload("otto", "d");

    // Then
    Response foreign = request("olga", spec(dataset));
    Response unknown = request("olga", spec(UNKNOWN));
    assertThat(foreign.statusCode()).isEqualTo(UNPROCESSABLE);
    assertThat(said(foreign).replace(dataset, "ID"))
        .isEqualTo(said(unknown).replace(UNKNOWN, "ID"));

    // Then nothing is said of its rows either, whatever else is wrong
    assertThat(said(request("olga", tooLarge(spec(dataset)))).replace(dataset, "ID"))
        .isEqualTo(said(request("olga", tooLarge(spec(UNKNOWN)))).replace(UNKNOWN, "ID"));

    // When
    assertThat(upload("olga", "d")).isEqualTo(dataset);

    // Then
    expectThereFor("olga", "/api/runs/" + run("olga", spec(dataset)));
  }

  @Test
  void shouldShowADatasetByTheNameThatItsOwnerGaveIt() {
    // Given
    String dataset = upload("otto", "f", "secret-plan");

    // When
    assertThat(upload("olga", "f", "homework")).isEqualTo(dataset);

    // Then
    assertThat(listed("olga", "/api/datasets", "name"))
        .contains("homework")
        .doesNotContain("secret-plan");
    assertThat(listed("otto", "/api/datasets", "name"))
        .contains("secret-plan")
        .doesNotContain("homework");
  }

  @Test
  void shouldNotGiveTheIdOfARunToAnother() {
    // Given
    String run = run("otto", spec(upload("otto", "e")));
    String own = spec(upload("olga", "e"));

    // When
    Response foreign =
        as("olga", "application/yaml").body(bytes(own)).queryParam("runId", run).post("/api/runs");

    // Then
    assertThat(foreign.statusCode()).isEqualTo(CONFLICT);
    expectNotThereForOlga("/api/runs/{id}", run);
  }

  @Test
  void shouldRefuseATokenWhoseClaimsWereNotSigned() {
    // Given
    String[] own = SignedTokens.token("otto", Role.OPERATOR).split("\\.", -1);
    String[] other = SignedTokens.token("ada", Role.ADMIN).split("\\.", -1);

    // When
    Response response =
        given()
            .header("Authorization", "Bearer " + own[0] + "." + other[1] + "." + own[2])
            .get("/api/dead-letters");

    // Then
    assertThat(response.statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.jsonPath().getString("detail"))
        .isEqualTo("the API key or the token is not valid, or no longer");
  }

  @Test
  void shouldAskForATokenAndDescribeIt() {
    // When
    Response response = given().get("/api/runs");

    // Then
    assertThat(response.statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(
            as("otto", "application/json")
                .accept("application/json")
                .get("/api/openapi")
                .jsonPath()
                .getString("components.securitySchemes.token.scheme"))
        .isEqualTo("bearer");
  }

  @Test
  void shouldShowDeadLettersToWhoSeesAll() {
    assertThat(as("otto", "application/json").get("/api/dead-letters").statusCode())
        .isEqualTo(FORBIDDEN);
    assertThat(as("ada", "application/json").get("/api/dead-letters").statusCode()).isEqualTo(OK);
  }

  private void expectThereFor(String user, String address) {
    await(address + " for " + user)
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(as(user, "application/json").get(address).statusCode()).isEqualTo(OK));
  }

  /** Each endpoint below the address says the same as of an id that nobody has. */
  private void expectNotThereForOlga(String address, String id) {
    List<Endpoint> endpoints =
        Endpoints.all(as("ada", "application/json")).stream()
            .filter(endpoint -> endpoint.path().startsWith(address))
            .toList();
    assertThat(endpoints).hasSizeGreaterThan(3);
    SoftAssertions answers = new SoftAssertions();
    for (Endpoint endpoint : endpoints) {
      Response foreign = endpoint.call(as("olga", "application/json"), id);
      Response unknown = endpoint.call(as("olga", "application/json"), UNKNOWN);
      answers.assertThat(foreign.statusCode()).as("%s", endpoint).isEqualTo(NOT_FOUND);
      answers
          .assertThat(said(foreign).replace(id, UNKNOWN))
          .as("%s", endpoint)
          .isEqualTo(said(unknown));
    }
    answers.assertAll();
  }

  /** What a response says, apart from the id of its own. */
  private static String said(Response response) {
    return response.asString().replaceFirst("\"errorId\":\"[^\"]*\"", "");
  }

  private List<String> listed(String user, String address, String key) {
    return as(user, "application/json")
        .get(address)
        .then()
        .statusCode(OK)
        .extract()
        .jsonPath()
        .getList(key);
  }

  /** Rows of their own for each topic. */
  private String upload(String user, String topic) {
    return upload(user, topic, "dataset");
  }

  private String upload(String user, String topic, String name) {
    String rows =
        IntStream.rangeClosed(1, 60)
            .mapToObj(n -> "{\"input\":\"%s %d\",\"reference\":\"%d\"}".formatted(topic, n, n))
            .collect(Collectors.joining("\n"));
    return as(user, "application/octet-stream")
        .body(bytes(rows))
        .queryParam("name", name)
        .post("/api/datasets")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String run(String user, String spec) {
    return request(user, spec).then().statusCode(202).extract().path("runId");
  }

  private Response request(String user, String spec) {
    return as(user, "application/yaml").body(bytes(spec)).post("/api/runs");
  }

  private RequestSpecification as(String user, String type) {
    return given()
        .header("Authorization", "Bearer " + SignedTokens.token(user, ROLES.get(user)))
        .contentType(type);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String spec(String dataset) {
    return """
    name: private
    prompt: You will answer a question.
    dataset: {id: %s, split: {train: 20, validation: 20, test: 20, seed: 1}}
    metric: {type: number}
    optimizer: {batchSize: 5, steps: 3}
    seed: 7
    """
        .formatted(dataset);
  }

  /** More rows than the dataset has, and another fault. */
  private static String tooLarge(String spec) {
    return spec.replace("test: 20", "test: 2000").replace("batchSize: 5", "batchSize: 0");
  }

  private static String experiment(String dataset) {
    return """
    name: private
    base:
      prompt: You will answer a question.
      dataset: {id: %s, split: {train: 20, validation: 20, test: 20}}
      metric: {type: number}
      optimizer: {batchSize: 5, steps: 3}
    variants:
      plain: {}
      bold: {optimizer: {annealing: false}}
    seeds: [1, 2]
    """
        .formatted(dataset);
  }
}
