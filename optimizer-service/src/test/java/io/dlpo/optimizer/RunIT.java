package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.gateway.abandoned.AbandonedStore;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.metrics.Scrape;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole runs over real topics and tables; the test plays the other services. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class RunIT {

  private static final String DECIDED = EventType.PROMPT_ACCEPTED.topic();
  private static final String REJECTED = EventType.PROMPT_REJECTED.topic();
  private static final String FINISHED = EventType.RUN_FINISHED.topic();
  private static final String PROPOSED = EventType.PROMPT_PROPOSED.topic();
  private static final String DEAD =
      TopicDefinition.deadLetterName(EventType.BATCH_SCORED.topic(), "optimizer");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STEPS = 6;

  @Inject
  @DataSource("ledger")
  AgroalDataSource ledger;

  ScriptedModel model;

  @TestHTTPResource("/q/metrics")
  URI metrics;

  private EventTap tap;

  @BeforeEach
  void open() {
    model.reset();
    tap = EventTap.on(DECIDED, REJECTED, FINISHED, PROPOSED, DEAD);
  }

  @AfterEach
  void close() {
    tap.close();
  }

  @Test
  void shouldDecideEveryStepOnceAndEndWithAHeldOutComparison() {
    // Given
    try (OtherServices others = OtherServices.once()) {
      model.script(request -> ScriptedReply.text(others.update(request.user())));

      // When
      JsonPath run = finished(RestClient.request(RestClient.spec(RestClient.upload(60), STEPS)));

      // Then
      assertThat(run.getInt("accepted") + run.getInt("rejected")).isEqualTo(STEPS);
      assertThat(run.getInt("best.correct")).isGreaterThan(run.getInt("baseline.correct"));
      assertThat(run.getInt("best.total")).isEqualTo(20);
      assertThat(run.getString("trajectory")).hasSize(64);
      assertThat(run.getInt("calls.byPurpose.UPDATE.paid")).isPositive();
      assertThat(run.getLong("criticalPathMillis")).isPositive();
      assertThat(run.getString("models.forward")).isEqualTo("scripted-forward");
      RunFinished published = published(run);
      awaitDecisions(run);
      assertThat(of(run, DECIDED, REJECTED)).hasSize(STEPS);
      JsonPath report = RestClient.report(run.getString("runId"));
      assertThat(report.getInt("spec.seed")).isEqualTo(7);
      assertThat(report.getString("run.trajectory")).isEqualTo(run.getString("trajectory"));
      assertThat(report.getList("steps")).hasSize(STEPS);
      assertThat(report.getString("path[-1].text")).isEqualTo(run.getString("bestPrompt"));
      assertThat(RestClient.reportPage(run.getString("runId"))).contains("<h2>Steps</h2>");
      assertThat(of(run, FINISHED)).hasSize(1);
      assertThat(published.trajectory()).isEqualTo(run.getString("trajectory"));
    }
  }

  @Test
  void shouldReportWhatEachSetOfTechniquesEarned() {
    // Given
    String spec =
        RestClient.spec(RestClient.upload(60), STEPS)
            .replace("optimizer: {", "optimizer: {profile: adaptive, ");
    try (OtherServices others = OtherServices.once()) {
      model.script(request -> ScriptedReply.text(others.update(request.user())));

      // When
      JsonPath run = finished(RestClient.request(spec));

      // Then
      List<Integer> chosen = run.getList("arms.chosen");
      assertThat(chosen.stream().mapToInt(Integer::intValue).sum()).isBetween(1, STEPS);
      assertThat(run.getList("arms.arm"))
          .isSubsetOf("bold", "limited", "contrast", "lean", "best-practice");
      assertThat(run.getList("arms.gained")).hasSameSizeAs(chosen);
    }
  }

  @Test
  void shouldWarnOfARunThatStandsStillAndCountIt() {
    // Given
    Scrape before = Scrape.of(metrics);
    try (OtherServices others = OtherServices.repeating(2)) {
      model.script(request -> ScriptedReply.text("{\"edits\":[]}"));
      assertThat(others).isNotNull();

      // When
      JsonPath run = finished(RestClient.request(RestClient.spec(RestClient.upload(66), STEPS)));

      // Then
      assertThat(run.getList("warnings", String.class))
          .anyMatch(warning -> warning.startsWith("Stagnation: 6 updates in a row"));
      assertThat(published(run).warnings()).isEqualTo(run.getList("warnings"));
      assertThat(gained(before, "dlpo_run_signatures_total", Map.of("kind", "stagnation")))
          .isEqualTo(1);
      assertThat(
              gained(
                  before,
                  "dlpo_decisions_total",
                  Map.of("decision", "rejected", "reason", "unchanged")))
          .isEqualTo(STEPS);
      assertThat(gained(before, "dlpo_runs_ended_total", Map.of("status", "finished")))
          .isEqualTo(1);
      assertThat(
              gained(
                  before,
                  "dlpo_model_calls_total",
                  Map.of("model", "scripted-backward", "purpose", "update", "outcome", "failed")))
          .isZero();
    }
  }

  private double gained(Scrape before, String name, Map<String, String> series) {
    return Scrape.of(metrics).sum(name, series) - before.sum(name, series);
  }

  @Test
  void shouldShowHowManyRunsAreUnderWayAndWhyOnePauses() {
    // Given
    Scrape before = Scrape.of(metrics);
    model.script(request -> ScriptedReply.error(401, "key", "wrong key"));
    try (OtherServices others = OtherServices.once()) {
      assertThat(others).isNotNull();

      // When the prompt is one that no other test's ledger entries answer
      String run =
          RestClient.request(
              RestClient.spec(RestClient.upload(67), STEPS)
                  .replace("You will answer a question.", "Nobody else asks this."));

      // Then
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(gained(before, "dlpo_run_pauses_total", Map.of("cause", "failure")))
                    .isEqualTo(1);
                assertThat(pausedRuns()).contains(run);
                assertThat(runs("paused")).isEqualTo(pausedRuns().size());
              });
      RestClient.command(run, "cancel", 202);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(pausedRuns()).doesNotContain(run);
                assertThat(runs("paused")).isEqualTo(pausedRuns().size());
              });
    }
  }

  private double runs(String status) {
    return Scrape.of(metrics).sum("dlpo_runs", Map.of("status", status));
  }

  /** Returns the ids of the paused runs; other tests can have left some. */
  private static List<String> pausedRuns() {
    return given().get("/api/runs").jsonPath().getList("findAll { it.status == 'PAUSED' }.runId");
  }

  @Test
  void shouldShowTheProcessTheBrokerAndTheDatabase() {
    // Given
    given().get("/api/runs").then().statusCode(200);

    // Then
    assertThat(Scrape.of(metrics).names())
        .contains(
            "jvm_memory_used_bytes",
            "process_cpu_usage",
            "http_server_requests_seconds_count",
            "kafka_producer_record_send_total",
            "agroal_available_count");
  }

  @Test
  void shouldTakeTheSameWayForTheSameSpecAndForRepeatedEvents() {
    // Given
    String spec = RestClient.spec(RestClient.upload(61), STEPS);
    String first;
    try (OtherServices others = OtherServices.once()) {
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      first = finished(RestClient.request(spec)).getString("trajectory");
    }

    // When
    try (OtherServices others = OtherServices.repeating(3)) {
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      JsonPath again = finished(RestClient.request(spec));

      // Then
      assertThat(again.getString("trajectory")).isEqualTo(first);
      // A repeated input publishes its outcome again, under the same ids.
      published(again);
      awaitDecisions(again);
    }
  }

  @Test
  void shouldPublishTheSameBytesAgainForARepeatedScore() {
    // Given a run that waits for the gradient of its first batch
    String runId = RestClient.request(RestClient.spec(RestClient.upload(62), 1));
    TestProducer producer = TestProducer.shared();
    PromptProposed initial = proposals(runId, 1).getFirst().as(PromptProposed.class);
    BatchScored score = Scores.of(initial, 3);

    // When
    producer.send(score, score, score);
    List<TappedRecord> proposals = proposals(runId, 4);

    // Then
    assertThat(proposals.subList(1, 4))
        .extracting(TappedRecord::text)
        .containsOnly(proposals.get(1).text());
    producer.close();
  }

  @Test
  void shouldPauseResumeAndCancelWhenAUserSaysSo() throws SQLException {
    // Given
    String runId = RestClient.request(RestClient.spec(RestClient.upload(63), STEPS));
    awaitStatus(runId, "RUNNING");

    // When, Then
    RestClient.command(runId, "resume", 409);
    RestClient.command(runId, "pause", 202);
    awaitStatus(runId, "PAUSED");
    assertThat(RestClient.run(runId).getString("reason")).isEqualTo("paused by a user");
    awaitAbandoned(proposals(runId, 1).getFirst());
    RestClient.command(runId, "resume", 202);
    awaitStatus(runId, "RUNNING");
    TappedRecord second = proposals(runId, 2).getLast();
    assertThat(isAbandoned(second)).isFalse();
    RestClient.command(runId, "cancel", 202);
    awaitStatus(runId, "CANCELLED");
    awaitAbandoned(second);
    RestClient.command(runId, "cancel", 409);
    RestClient.command("no-such-run", "pause", 404);
  }

  @Test
  void shouldPauseWithTheReasonWhenTheUpdateCallFails() {
    // Given
    model.script(request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key"));
    try (OtherServices others = OtherServices.once()) {

      // When
      String runId = RestClient.request(RestClient.spec(RestClient.upload(64), STEPS));
      awaitStatus(runId, "PAUSED");

      // Then
      assertThat(RestClient.run(runId).getString("reason")).contains("401", "Incorrect API key");
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      RestClient.command(runId, "resume", 202);
      finished(runId);
    }
  }

  @Test
  void shouldSendAScoreItCannotReadToTheDeadLettersAndGoOn() {
    // Given
    byte[] broken = "{\"correct\":".getBytes(StandardCharsets.UTF_8);
    String runId = RestClient.request(RestClient.spec(RestClient.upload(65), 1));
    PromptProposed initial = proposals(runId, 1).getFirst().as(PromptProposed.class);
    BatchScored good = Scores.of(initial, 3);

    // When
    TestProducer producer = TestProducer.shared();
    producer.send(EventType.BATCH_SCORED.topic(), runId, broken, TestProducer.headers(good));
    producer.send(good);

    // Then
    assertThat(tap.awaitRecords(record -> record.topic().equals(DEAD), 1, PATIENCE))
        .singleElement()
        .extracting(TappedRecord::value)
        .isEqualTo(broken);
    assertThat(proposals(runId, 2)).hasSize(2);
    producer.close();
  }

  /** Waits until all processes are told that nobody waits for a proposal's evaluation. */
  private void awaitAbandoned(TappedRecord proposal) {
    await().atMost(PATIENCE).until(() -> isAbandoned(proposal));
  }

  private boolean isAbandoned(TappedRecord proposal) throws SQLException {
    return new AbandonedStore(ledger).contains(proposal.as(PromptProposed.class).evaluation().id());
  }

  private static JsonPath finished(String runId) {
    awaitStatus(runId, "FINISHED");
    return RestClient.run(runId);
  }

  private static void awaitStatus(String runId, String status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(RestClient.status(runId)).isEqualTo(status));
  }

  private List<TappedRecord> proposals(String runId, int count) {
    return tap.awaitRecords(
        record -> record.topic().equals(PROPOSED) && runOf(record).equals(runId), count, PATIENCE);
  }

  /** The event of a run's end. It is published after REST knows of the end. */
  private RunFinished published(JsonPath run) {
    return tap.awaitRecords(in(run, FINISHED), 1, PATIENCE).getFirst().as(RunFinished.class);
  }

  /** Waits until the tap has a decision for each step; it reads topics in no order. */
  private void awaitDecisions(JsonPath run) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ids(of(run, DECIDED, REJECTED))).hasSize(STEPS));
  }

  private List<TappedRecord> of(JsonPath run, String... topics) {
    return tap.records(in(run, topics));
  }

  private static Predicate<TappedRecord> in(JsonPath run, String... topics) {
    return record ->
        Set.of(topics).contains(record.topic()) && runOf(record).equals(run.getString("runId"));
  }

  private static List<String> ids(List<TappedRecord> records) {
    return records.stream().map(record -> record.header("ce_id")).distinct().toList();
  }

  private static String runOf(TappedRecord record) {
    return String.valueOf(record.header("ce_subject"));
  }
}
