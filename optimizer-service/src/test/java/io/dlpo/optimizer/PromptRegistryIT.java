package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.PromptPromoted;
import io.dlpo.core.registry.Commands;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.optimizer.store.PromptRegistry;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions and labels over the real topic and tables, from commands as REST publishes them. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class PromptRegistryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final int MANY = 8;

  @Inject PromptRegistry registry;

  private final String name = PromptClient.newName();
  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    tap = EventTap.on(EventType.PROMPT_PROMOTED.topic());
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @Test
  void shouldGivePromotionsAtOnceVersionsOfTheirOwn() throws Exception {
    // Given promotions of several runs, and the first once more
    List<Callable<Outcome>> promotions =
        IntStream.range(0, MANY + 1)
            .mapToObj(run -> promotion("run-" + run % MANY, null))
            .<Callable<Outcome>>map(command -> () -> registry.apply(command))
            .toList();

    // When
    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> done : replicas.invokeAll(promotions)) {
        assertThat(done.get().events().size()).isBetween(0, 1);
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a promotion failed", e);
    }

    // Then
    assertThat(PromptClient.versions(name).getList("version", Integer.class))
        .containsExactlyElementsOf(IntStream.range(0, MANY).map(at -> MANY - at).boxed().toList());
    assertThat(PromptClient.versions(name).getList("runId", String.class))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MANY).mapToObj(run -> "run-" + run).toList());
  }

  @Test
  void shouldPublishTheSameEventAgainForARepeatedCommand() {
    // Given
    PromptCommanded command = promotion("run-a", "production");

    // When: as if the process had ended before, between or after its writes
    producer.send(command, command, command);
    List<TappedRecord> events = events(3);

    // Then
    assertThat(events).extracting(TappedRecord::text).containsOnly(events.getFirst().text());
    assertThat(events).extracting(event -> event.header("ce_id")).containsOnly(id(events, 0));
    assertThat(PromptClient.versions(name).getList("version")).containsExactly(1);
  }

  @Test
  void shouldTellOfEachChangeOnceAndInOrder() {
    // When
    producer.send(
        promotion("run-a", "production"),
        promotion("run-b", null),
        promotion("run-b", null),
        promotion("run-b", "production"),
        Commands.label(name, "production", 1),
        Commands.label(name, "production", 1),
        Commands.label(name, "production", 9));
    List<PromptPromoted> events =
        events(4).stream().map(event -> event.as(PromptPromoted.class)).toList();
    tap.awaitNothingMore(of(name), QUIET);

    // Then a repeated request changes nothing, nor does a version that is not there
    assertThat(events).extracting(PromptPromoted::revision).containsExactly(1L, 2L, 3L, 4L);
    assertThat(events).extracting(PromptPromoted::version).containsExactly(1, 2, 2, 1);
    assertThat(events)
        .extracting(event -> event.labels().toString())
        .containsExactly("[production]", "[]", "[production]", "[production]");
    assertThat(events.getLast().prompt()).isEqualTo("Prompt of run-a.");
    assertThat(events.getLast().evidence()).isEqualTo(Commands.EVIDENCE);
  }

  @Test
  void shouldNotMoveALabelBackIfAnOldCommandComesAgain() {
    // Given
    PromptCommanded old = promotion("run-a", "production");
    producer.send(old, promotion("run-b", "production"));
    PromptClient.awaitVersion(name, "?label=production", 2);

    // When
    producer.send(old);
    assertThat(id(events(3), 2)).isEqualTo(id(events(3), 0));

    // Then
    PromptClient.awaitVersion(name, "?label=production", 2);
    assertThat(PromptClient.versions(name).getList("labels[0]", String.class))
        .containsExactly("production");
  }

  @Test
  void shouldReadByLabelByVersionAndTheStandardOne() {
    // Given
    producer.send(promotion("run-a", null), promotion("run-b", "canary"));
    PromptClient.awaitVersion(name, "", 2);

    // Then
    assertThat(PromptClient.read(name, "?version=1").jsonPath().getString("prompt"))
        .isEqualTo("Prompt of run-a.");
    assertThat(PromptClient.read(name, "?label=canary").jsonPath().getInt("version")).isEqualTo(2);
    PromptClient.read(name, "?label=production")
        .then()
        .statusCode(404)
        .header("Cache-Control", "no-store")
        .contentType("application/problem+json")
        .body(
            "detail",
            equalTo("prompt '%s' has no label 'production'; it has canary".formatted(name)));
    PromptClient.read(name, "?version=3")
        .then()
        .statusCode(404)
        .body(
            "detail",
            equalTo("prompt '%s' has no version 3; it has versions 1 to 2".formatted(name)));
    PromptClient.read(name, "?version=1&label=canary").then().statusCode(422);
    when()
        .get("/api/prompts")
        .then()
        .statusCode(200)
        .body("find { it.name == '%s' }.versions".formatted(name), equalTo(2))
        .body("find { it.name == '%s' }.labels.canary".formatted(name), equalTo(2))
        .body("name", hasItem(name));

    // When version 1 goes into production
    PromptClient.label(name, "production", 1).then().statusCode(202);

    // Then
    PromptClient.awaitVersion(name, "", 1);
  }

  @Test
  void shouldRollBackByALabelThatMovesAndSayOnlyWhatIsNew() {
    // Given
    producer.send(promotion("run-a", null), promotion("run-b", "production"));
    PromptClient.awaitVersion(name, "?label=production", 2);
    Response first = PromptClient.read(name, "?label=production");
    String tag = first.header("ETag");

    // Then
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(first.headers().getValues("Cache-Control")).containsExactly("private, max-age=2");
    assertThat(first.contentType()).startsWith("application/json");
    Response unchanged = given().header("If-None-Match", tag).get(path("?label=production"));
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.header("ETag")).isEqualTo(tag);
    assertThat(unchanged.headers().getValues("Cache-Control"))
        .containsExactly("private, max-age=2");
    assertThat(unchanged.asString()).isEmpty();

    // When
    PromptClient.label(name, "production", 1)
        .then()
        .statusCode(202)
        .body("name", equalTo(name))
        .body("label", equalTo("production"));

    // Then
    PromptClient.awaitVersion(name, "?label=production", 1);
    Response changed = given().header("If-None-Match", tag).get(path("?label=production"));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
    assertThat(changed.jsonPath().getString("prompt")).isEqualTo("Prompt of run-a.");
  }

  @Test
  void shouldRemoveALabel() {
    // Given
    producer.send(promotion("run-a", "production"), promotion("run-b", null));
    PromptClient.awaitVersion(name, "", 1);

    // When
    when().delete(path("/labels/production")).then().statusCode(202);

    // Then
    PromptClient.awaitVersion(name, "", 2);
    PromptPromoted removed = events(3).getLast().as(PromptPromoted.class);
    assertThat(removed.version()).isEqualTo(1);
    assertThat(removed.labels()).isEmpty();
    when().delete(path("/labels/production")).then().statusCode(404);
  }

  @Test
  void shouldRefuseALabelForWhatIsNotThere() {
    // Given
    producer.send(promotion("run-a", null));
    PromptClient.awaitVersion(name, "", 1);

    // Then
    PromptClient.label(name, "production", 2)
        .then()
        .statusCode(422)
        .body(
            "errors[0].message",
            equalTo("version is '2'; must be 1 to 1, the versions of the prompt"));
    given()
        .contentType("application/json")
        .body("{}")
        .put(path("/labels/production"))
        .then()
        .statusCode(422)
        .body(
            "errors[0].message",
            equalTo("version is missing; must be 1 to 1, the versions of the prompt"));
    PromptClient.label("no-such-prompt", "production", 1)
        .then()
        .statusCode(404)
        .body("detail", equalTo("there is no prompt 'no-such-prompt'"));
  }

  @Test
  void shouldDropACommandToANameThatIsNotThere() {
    // When
    producer.send(Commands.label(name, "production", 1));
    tap.awaitNothingMore(of(name), QUIET);

    // Then
    PromptClient.read(name, "").then().statusCode(404);
  }

  private PromptCommanded promotion(String runId, @Nullable String label) {
    return Commands.promote(name, runId, label, "Prompt of " + runId + ".");
  }

  private String path(String rest) {
    return "/api/prompts/" + name + rest;
  }

  private List<TappedRecord> events(int count) {
    return tap.awaitRecords(of(name), count, PATIENCE);
  }

  private static String id(List<TappedRecord> events, int at) {
    return String.valueOf(events.get(at).header("ce_id"));
  }

  private static Predicate<TappedRecord> of(String name) {
    return record -> name.equals(record.key());
  }
}
