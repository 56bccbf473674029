package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.optimizer.deadletter.StoredLetter;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dead letters of a real broker over REST: found, shown, and given back once. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class DeadLetterIT {

  private static final String TOPIC = EventType.GRADIENT_PRODUCED.topic();
  private static final String DEAD = TopicDefinition.deadLetterName(TOPIC, "optimizer");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final String run = "run-" + UUID.randomUUID();

  @Test
  void shouldListTheLettersOfARunTheNewestFirst() {
    // Given
    List<JsonPath> letters = IntStream.range(0, 3).mapToObj(n -> die("value " + n)).toList();

    // When
    JsonPath found = list();

    // Then
    assertThat(found.getList("letters.id"))
        .isEqualTo(
            letters.reversed().stream().map(letter -> letter.getString("letters[0].id")).toList());
    assertThat(found.getMap("letters[0]"))
        .containsEntry("topic", DEAD)
        .containsEntry("consumer", "optimizer")
        .containsEntry("originalTopic", TOPIC)
        .containsEntry("eventType", EventType.GRADIENT_PRODUCED.cloudEventType())
        .containsEntry("runId", run)
        .containsEntry("redrivenAt", null)
        .containsEntry("exceptionClass", "io.dlpo.events.fault.PermanentFaultException");
    assertThat(found.getString("letters[0].reason"))
        .startsWith("the value is not a valid io.dlpo.GradientProduced.v1: ");
    assertThat(found.getLong("letters[0].originalOffset")).isNotNegative();
    assertThat(found.getBoolean("complete")).isTrue();
  }

  @Test
  void shouldListNoMoreThanTheLimitAndCountThemAll() {
    // Given
    IntStream.range(0, 3).forEach(n -> die("value " + n));

    // When
    JsonPath found = list("topic", DEAD, "limit", "2");

    // Then
    assertThat(found.getList("letters")).hasSize(2);
    assertThat(found.getList("topics.topic")).containsExactly(DEAD);
    assertThat(found.getLong("topics[0].count")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void shouldFindNothingElsewhere() {
    // Given
    die("value");

    // Then
    assertThat(list("run", run, "consumer", "evaluator").getList("letters")).isEmpty();
    assertThat(list("run", run, "topic", "dlpo.batch.scored.v1").getList("letters")).isEmpty();
    assertThat(list("run", run, "consumer", "optimizer", "topic", TOPIC).getList("letters"))
        .hasSize(1);
  }

  @Test
  void shouldShowARecordWithoutWhatATerminalWouldObeyAndWithoutSecrets() {
    // Given
    String value = "{\u001b[31m ${env:HOME} sk-abcdefghij0123456789";

    // When
    JsonPath shown = show(die(value).getString("letters[0].id"));

    // Then
    assertThat(shown.getString("value")).isEqualTo("{\\u001b[31m ${env:HOME} (hidden)");
    assertThat(shown.getInt("valueBytes")).isEqualTo(value.length());
    assertThat(shown.getString("key")).isEqualTo(run);
    assertThat(shown.getList("headers.name"))
        .containsExactlyInAnyOrder("ce_subject", "ce_type", "x-token");
    assertThat(shown.getList("headers.value"))
        .containsExactlyInAnyOrder(run, EventType.GRADIENT_PRODUCED.cloudEventType(), "(hidden)");
    assertThat(shown.getList("added.name"))
        .startsWith("dead-letter-exception-class-name", "dead-letter-reason")
        .endsWith("dead-letter-topic", "dead-letter-partition", "dead-letter-offset");
  }

  @Test
  void shouldGiveARecordBackOnceAndAgainOnlyIfTold() {
    try (EventTap tap = EventTap.on(TOPIC)) {
      // Given
      String id = die("value").getString("letters[0].id");

      // When
      given()
          .post("/api/dead-letters/" + id + "/redrive")
          .then()
          .statusCode(200)
          .body("redriven", equalTo(1));

      // Then: it is the record as it came, and dies again
      List<TappedRecord> records = tap.awaitRecords(this::isOfTheRun, 2, PATIENCE);
      assertThat(records.get(1).text()).isEqualTo(records.get(0).text());
      assertThat(records.get(1).key()).isEqualTo(run);
      assertThat(records.get(1).headers())
          .containsAllEntriesOf(records.get(0).headers())
          .containsEntry(StoredLetter.REDRIVEN_FROM, id)
          .hasSize(records.get(0).headers().size() + 1);
      await().atMost(PATIENCE).until(() -> list().getList("letters").size() == 2);
      assertThat(list().getString("letters[1].redrivenAt")).isNotNull();
      assertThat(list().getString("letters[0].redrivenAt")).isNull();

      // When, Then
      given()
          .post("/api/dead-letters/" + id + "/redrive")
          .then()
          .statusCode(409)
          .contentType("application/problem+json")
          .body("detail", containsString("--again"));
      tap.awaitNothingMore(QUIET);
      given().post("/api/dead-letters/" + id + "/redrive?again=true").then().statusCode(200);
      tap.awaitRecords(this::isOfTheRun, 3, PATIENCE);
    }
  }

  @Test
  void shouldGiveARecordBackOnceToManyWhoAskAtOnce() {
    try (EventTap tap = EventTap.on(TOPIC)) {
      // Given
      String id = die("value").getString("letters[0].id");

      // When
      List<Integer> answers =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> redriveStatus(id)))
              .limit(6)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();

      // Then
      assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
      assertThat(tap.awaitRecords(this::isOfTheRun, 2, PATIENCE)).hasSize(2);
      tap.awaitNothingMore(QUIET);
    }
  }

  @Test
  void shouldGiveAllBackThatARunHasButNoneTwice() {
    try (EventTap tap = EventTap.on(TOPIC)) {
      // Given
      List<String> ids =
          IntStream.range(0, 5)
              .mapToObj(n -> die("value " + n).getString("letters[0].id"))
              .toList();
      given().post("/api/dead-letters/" + ids.getFirst() + "/redrive").then().statusCode(200);
      await().atMost(PATIENCE).until(() -> list().getList("letters").size() == 6);

      // When
      given()
          .queryParam("run", run)
          .post("/api/dead-letters/redrive")
          .then()
          .statusCode(200)
          // The record that died a second time is a letter of its own.
          .body("redriven", equalTo(5))
          .body("before", equalTo(1));

      // Then
      tap.awaitRecords(this::isOfTheRun, 11, PATIENCE);
      tap.awaitNothingMore(QUIET);
      assertThat(tap.records(this::isOfTheRun)).hasSize(11);
    }
  }

  @Test
  void shouldNotGiveBackWhatWasTooLargeToBeKept() {
    // Given
    String id = die("x".repeat(1_047_000)).getString("letters[0].id");

    // When, Then
    given()
        .post("/api/dead-letters/" + id + "/redrive")
        .then()
        .statusCode(409)
        .body("detail", containsString("too large to be kept"));
    assertThat(show(id).getLong("letter.omittedBytes")).isGreaterThan(1_047_000);
  }

  @Test
  void shouldSayWhatIsWrongWithAQuestion() {
    when().get("/api/dead-letters/no-id").then().statusCode(422);
    when().get("/api/dead-letters/" + DEAD + ":0:99999999").then().statusCode(404);
    when().get("/api/dead-letters/" + DEAD + ":7:0").then().statusCode(404);
    when()
        .get("/api/dead-letters/" + TOPIC + ":0:0")
        .then()
        .statusCode(422)
        .body("errors[0].allowed", containsString(DEAD));
    when()
        .get("/api/dead-letters?limit=0")
        .then()
        .statusCode(422)
        .body("errors[0].message", equalTo("limit is '0'; must be 1 to 1000"));
    when().get("/api/dead-letters?consumer=nobody").then().statusCode(422);
    given()
        .post("/api/dead-letters/redrive")
        .then()
        .statusCode(422)
        .body("detail", containsString("topic, consumer and run are missing"));
  }

  /** Sends a record that cannot be read, and waits for the run's newest letter to be another. */
  private JsonPath die(String value) {
    int before = list().getList("letters").size();
    try (TestProducer producer = TestProducer.shared()) {
      producer.send(
          TOPIC,
          run,
          value.getBytes(StandardCharsets.UTF_8),
          Map.of(
              "ce_subject",
              run,
              "ce_type",
              EventType.GRADIENT_PRODUCED.cloudEventType(),
              "x-token",
              "abc"));
    }
    return await()
        .atMost(PATIENCE)
        .until(this::list, found -> found.getList("letters").size() > before);
  }

  private JsonPath list() {
    return list("run", run);
  }

  private static JsonPath list(String... query) {
    var request = given();
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.get("/api/dead-letters").then().statusCode(200).extract().jsonPath();
  }

  private static JsonPath show(String id) {
    return when().get("/api/dead-letters/" + id).then().statusCode(200).extract().jsonPath();
  }

  private static int redriveStatus(String id) {
    return given().post("/api/dead-letters/" + id + "/redrive").statusCode();
  }

  private boolean isOfTheRun(TappedRecord record) {
    return run.equals(record.header("ce_subject"));
  }
}
