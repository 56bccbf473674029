package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that go on from a step of another one, over real topics and tables. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ForkIT {

  private static final String REQUESTED = EventType.RUN_REQUESTED.topic();
  private static final String PROPOSED = EventType.PROMPT_PROPOSED.topic();
  private static final String DEAD = TopicDefinition.deadLetterName(REQUESTED, "optimizer");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STEPS = 6;
  private static final String CANNOT = "it cannot be changed during a run";

  ScriptedModel model;

  private OtherServices others;
  private EventTap tap;

  @BeforeEach
  void open() {
    model.reset();
    others = OtherServices.once();
    model.script(request -> ScriptedReply.text(others.update(request.user())));
    tap = EventTap.on(REQUESTED, PROPOSED, DEAD);
  }

  @AfterEach
  void close() {
    tap.close();
    others.close();
  }

  @Test
  void shouldTakeTheSameWayForNothingWhereOnlyTheNameIsChanged() {
    // Given
    JsonPath parent = finished(RestClient.request(RestClient.spec(RestClient.upload(90), STEPS)));
    String parentId = parent.getString("runId");
    int asked = model.requests().size();

    // When
    JsonPath fork = finished(fork(parentId, Map.of("step", 3, "set", Map.of("name", "again"))));

    // Then
    assertThat(fork.getString("name")).isEqualTo("again");
    assertThat(fork.getString("forkedFrom.runId")).isEqualTo(parentId);
    assertThat(fork.getInt("forkedFrom.step")).isEqualTo(3);
    assertThat(fork.getString("trajectory")).isEqualTo(parent.getString("trajectory"));
    assertThat(fork.getString("bestPrompt")).isEqualTo(parent.getString("bestPrompt"));
    assertThat(fork.getMap("best")).isEqualTo(parent.getMap("best"));
    assertThat(fork.getInt("calls.paid")).isZero();
    assertThat(model.requests()).as("asked of the model").hasSize(asked);
    assertThat(steps(fork, "decision")).isEqualTo(steps(parent, "decision")).hasSize(STEPS);
    assertThat(steps(fork, "batch")).isEqualTo(steps(parent, "batch"));
    assertThat(steps(fork, "calls.paid")).containsOnly(0);
    assertThat(parent.getString("forkedFrom.runId")).isNull();
    agrees(fork);
    agrees(parent);
  }

  @Test
  void shouldShareTheStepsBeforeAndGoOnByAnotherSeed() {
    // Given
    JsonPath parent = finished(RestClient.request(RestClient.spec(RestClient.upload(91), STEPS)));

    // When
    JsonPath fork =
        finished(
            fork(
                parent.getString("runId"),
                Map.of("step", 2, "set", Map.of("seed", 99, "optimizer.steps", 4))));

    // Then
    assertThat(steps(fork, "batch").subList(0, 2)).isEqualTo(steps(parent, "batch").subList(0, 2));
    assertThat(steps(fork, "batch").get(2)).isNotEqualTo(steps(parent, "batch").get(2));
    assertThat(steps(fork, "step")).isEqualTo(List.of(1, 2, 3, 4));
    assertThat(fork.getInt("steps")).isEqualTo(4);
    assertThat(fork.getString("trajectory")).isNotEqualTo(parent.getString("trajectory"));
    agrees(fork);
  }

  @Test
  void shouldForkAForkAlsoWhereThatHadInheritedTheStep() {
    // Given
    JsonPath parent = finished(RestClient.request(RestClient.spec(RestClient.upload(92), STEPS)));
    String parentId = parent.getString("runId");
    String child = fork(parentId, Map.of("step", 4, "set", Map.of("name", "child")));
    finished(child);

    // When
    JsonPath inherited = finished(fork(child, Map.of("step", 2)));
    JsonPath own = finished(fork(child, Map.of("step", 5)));

    // Then
    assertThat(inherited.getString("forkedFrom.runId")).isEqualTo(parentId);
    assertThat(inherited.getString("name")).isEqualTo("child");
    assertThat(own.getString("forkedFrom.runId")).isEqualTo(child);
    assertThat(steps(own, "step")).isEqualTo(List.of(1, 2, 3, 4, 5, 6));
    for (JsonPath grandchild : List.of(inherited, own)) {
      assertThat(grandchild.getString("trajectory")).isEqualTo(parent.getString("trajectory"));
      assertThat(grandchild.getInt("calls.paid")).isZero();
      agrees(grandchild);
    }
  }

  @Test
  void shouldBeginOnceHoweverOftenItIsRequested() {
    // Given
    JsonPath parent = finished(RestClient.request(RestClient.spec(RestClient.upload(93), STEPS)));
    String id = fork(parent.getString("runId"), Map.of("step", 5, "set", Map.of("seed", 3)));
    finished(id);
    RunRequested request = request(id);
    List<String> proposed = proposed(id);

    // When
    try (TestProducer producer = TestProducer.shared()) {
      producer.send(request, request);
    }

    // Then
    tap.awaitRecords(record -> isOf(record, REQUESTED, id), 3, PATIENCE);
    tap.awaitRecords(record -> isOf(record, PROPOSED, id), proposed.size() + 2, PATIENCE);
    assertThat(proposed(id)).isEqualTo(proposed);
    assertThat(request.fork())
        .isEqualTo(
            new ForkPoint(
                new RunId(parent.getString("runId")), 5, scope(parent.getString("runId"))));
    conflict(parent.getString("runId"), Map.of("step", 1, "runId", id), "there is a run '" + id);
  }

  @Test
  void shouldSayWhatCannotBeForked() {
    // Given
    JsonPath parent = finished(RestClient.request(RestClient.spec(RestClient.upload(94), 2)));
    String id = parent.getString("runId");

    // When, Then
    assertThat(refused(id, Map.of("step", 3)))
        .isEqualTo("step is '3'; must be 1 to 2, the completed steps of the run");
    assertThat(refused(id, Map.of("step", 0))).startsWith("step is '0'; must be 1 to 2");
    assertThat(refused(id, Map.of())).startsWith("step is missing; must be 1 to 2");
    assertThat(refused(id, Map.of("step", 1, "set", Map.of("optimizer.steps", 0))))
        .startsWith("optimizer.steps is '0'; must be 1 or more");
    assertThat(refused(id, Map.of("step", 1, "set", Map.of("prompt", "Another."))))
        .contains("prompt is \"Another.\"; " + CANNOT);
    assertThat(refused(id, Map.of("step", 1, "set", Map.of("optimizer.stepz", 3))))
        .contains("optimizer.stepz");
    assertThat(refused(id, Map.of("step", 1, "set", Map.of("seed", "seven")))).contains("seed");
    assertThat(refused(id, Map.of("step", 1, "set", Map.of("optimizer.batchSize", 21))))
        .contains("optimizer.batchSize", "1 to 20");
    assertThat(refused(id, Map.of("step", 1, "runId", "no name!"))).contains("no name!");
    post("no-such-run", Map.of("step", 1)).statusCode(404);
    assertThat(tap.records(record -> record.topic().equals(REQUESTED)))
        .as("nothing was requested but the parent")
        .extracting(TappedRecord::key)
        .containsOnly(id);
  }

  @Test
  void shouldPutAForkOfARunWithoutALogWithTheDeadLettersAndGoOn() {
    // Given a request that no REST call has checked
    JsonPath parent = finished(RestClient.request(RestClient.spec(RestClient.upload(95), 2)));
    RunRequested good = request(parent.getString("runId"));
    RunRequested lost =
        new RunRequested(
            new RunId("lost-fork"),
            good.name(),
            good.spec(),
            good.datasetId(),
            good.split(),
            good.seed(),
            new ForkPoint(new RunId("long-gone"), 1, "scope"));

    // When
    try (TestProducer producer = TestProducer.shared()) {
      producer.send(lost);
    }

    // Then
    assertThat(tap.awaitRecords(record -> isOf(record, DEAD, "lost-fork"), 1, PATIENCE))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.headers().toString())
                    .contains("no longer hold the request of run long-gone"));
    given().get("/api/runs/lost-fork").then().statusCode(404);
  }

  private String scope(String runId) {
    return tap.records(record -> isOf(record, PROPOSED, runId))
        .getFirst()
        .as(PromptProposed.class)
        .evaluation()
        .sampleScope();
  }

  private RunRequested request(String runId) {
    return tap.awaitRecords(record -> isOf(record, REQUESTED, runId), 1, PATIENCE)
        .getFirst()
        .as(RunRequested.class);
  }

  private List<String> proposed(String runId) {
    return tap.records(record -> isOf(record, PROPOSED, runId)).stream()
        .map(record -> record.header("ce_id"))
        .distinct()
        .toList();
  }

  private static boolean isOf(TappedRecord record, String topic, String runId) {
    return record.topic().equals(topic) && runId.equals(record.header("ce_subject"));
  }

  private static String fork(String runId, Map<String, Object> body) {
    return post(runId, body).statusCode(202).extract().path("runId");
  }

  private static String refused(String runId, Map<String, Object> body) {
    return post(runId, body).statusCode(422).extract().path("errors[0].message");
  }

  private static void conflict(String runId, Map<String, Object> body, String reason) {
    String detail = post(runId, body).statusCode(409).extract().path("detail");
    assertThat(detail).contains(reason);
  }

  private static ValidatableResponse post(String runId, Map<String, Object> body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/runs/" + runId + "/fork")
        .then();
  }

  private static void agrees(JsonPath run) {
    JsonPath replay =
        given()
            .get("/api/runs/" + run.getString("runId") + "/replay")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(replay.getString("verdict")).as(replay.prettify()).isEqualTo("AGREES");
    assertThat(replay.getString("trajectory")).isEqualTo(run.getString("trajectory"));
  }

  private static List<Object> steps(JsonPath run, String field) {
    return given().get("/api/runs/" + run.getString("runId") + "/steps").jsonPath().getList(field);
  }

  private static JsonPath finished(String runId) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(RestClient.status(runId)).isEqualTo("FINISHED"));
    return RestClient.run(runId);
  }
}
