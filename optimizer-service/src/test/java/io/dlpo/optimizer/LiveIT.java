package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.optimizer.EventStreamClient.Sent;
import io.dlpo.optimizer.live.LiveHub;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What viewers see of runs while they change and after they have ended. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class LiveIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STEPS = 4;
  private static final int VIEWERS = 40;

  @Inject LiveHub hub;

  ScriptedModel model;

  @BeforeEach
  void reset() {
    model.reset();
  }

  @Test
  void shouldStreamARunFromItsStartToItsEnd() {
    // Given a run that nobody answers yet
    String runId = running(51);

    try (EventStreamClient plain = EventStreamClient.open(events(runId));
        EventStreamClient detailed = EventStreamClient.open(events(runId) + "?detail=true")) {
      await().atMost(PATIENCE).until(() -> !detailed.events("status").isEmpty());

      // When
      RestClient.command(runId, "cancel", 202);

      // Then
      await().atMost(PATIENCE).until(() -> plain.hasEnded() && detailed.hasEnded());
      assertThat(plain.events()).extracting(Sent::name).containsOnly("status");
      assertThat(plain.events("status"))
          .extracting(status -> status.path("status").asText())
          .containsExactly("RUNNING", "CANCELLED");
      assertThat(detailed.events("run")).isNotEmpty();
      assertThat(detailed.events("record"))
          .extracting(record -> record.path("type").asText())
          .contains("RunCommanded");
    }
  }

  @Test
  void shouldServeAllViewersOfARunByOneConsumerAndTheSameReads() {
    // Given
    String runId = running(52);
    List<EventStreamClient> viewers = new ArrayList<>();
    try {
      long before = hub.reads();
      IntStream.range(0, VIEWERS)
          .forEach(n -> viewers.add(EventStreamClient.open(events(runId) + "?detail=true")));
      await().atMost(PATIENCE).until(() -> hub.viewers() >= VIEWERS);

      // When
      RestClient.command(runId, "pause", 202);

      // Then
      await()
          .atMost(PATIENCE)
          .until(() -> viewers.stream().allMatch(viewer -> statuses(viewer).contains("PAUSED")));
      assertThat(consumers()).isEqualTo(1);
      assertThat(hub.reads() - before).isPositive().isLessThan(VIEWERS);
      RestClient.command(runId, "cancel", 202);
      await().atMost(PATIENCE).until(() -> viewers.stream().allMatch(EventStreamClient::hasEnded));
    } finally {
      viewers.forEach(EventStreamClient::close);
    }
  }

  @Test
  void shouldForgetAViewerThatLeaves() {
    // Given
    String runId = running(53);
    int before = hub.viewers();
    try (EventStreamClient viewer = EventStreamClient.open(events(runId))) {
      await().atMost(PATIENCE).until(() -> !viewer.events().isEmpty());
    }

    // Then
    await().atMost(PATIENCE).until(() -> hub.viewers() <= before);
    RestClient.command(runId, "cancel", 202);
  }

  @Test
  void shouldStreamTheChangesOfAllRuns() {
    try (EventStreamClient all = EventStreamClient.open("/api/events")) {
      await().atMost(PATIENCE).until(() -> hub.viewers() > 0);
      String runId = running(54);

      // When
      RestClient.command(runId, "cancel", 202);
      await().atMost(PATIENCE).until(() -> "CANCELLED".equals(RestClient.status(runId)));
      when().delete("/api/runs/" + runId).then().statusCode(202);

      // Then
      await().atMost(PATIENCE).until(() -> of(runId, all.events("gone")).size() == 1);
      assertThat(of(runId, all.events("run")))
          .extracting(run -> run.path("status").asText())
          .contains("CANCELLED");
    }
  }

  @Test
  void shouldSayThatThereIsNoSuchRun() {
    when().get("/api/runs/no-such-run/events").then().statusCode(404);
    when().get("/api/runs/no-such-run/records").then().statusCode(404);
    when().get("/api/runs/no-such-run/evaluations").then().statusCode(404);
  }

  @Test
  void shouldShowTheEventsEvaluationsAndExamplesOfARun() {
    try (OtherServices others = OtherServices.once()) {
      // Given
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      String runId = RestClient.request(RestClient.spec(RestClient.upload(60), STEPS));
      await().atMost(PATIENCE).until(() -> "FINISHED".equals(RestClient.status(runId)));
      JsonPath run = RestClient.run(runId);

      // Then: a stream of what is over
      try (EventStreamClient viewer = EventStreamClient.open(events(runId))) {
        await().atMost(PATIENCE).until(viewer::hasEnded);
        assertThat(viewer.events("step"))
            .extracting(step -> step.path("step").asInt())
            .containsExactlyElementsOf(IntStream.rangeClosed(1, STEPS).boxed().toList());
      }

      // Then: its events
      JsonPath gradients = json("/api/runs/" + runId + "/records?type=GradientProduced&step=1");
      assertThat(gradients.getBoolean("complete")).isTrue();
      assertThat(gradients.getList("records.data.evaluation.step")).isNotEmpty().containsOnly(1);
      assertThat(json("/api/runs/" + runId + "/records").getList("records.type"))
          .startsWith("RunRequested")
          .contains("BatchScored", "UpdateReplied", "RunFinished")
          .doesNotContain("PromptProposed");

      // Then: its evaluations and what turned between both prompts
      JsonPath evaluations = json("/api/runs/" + runId + "/evaluations");
      List<String> tests =
          evaluations.getList("evaluations.findAll { it.purpose == 'TEST' }.evaluationId");
      assertThat(tests).hasSize(2);
      assertThat(evaluations.getList("evaluations.findAll { it.purpose == 'TEST' }.correct"))
          .containsExactlyInAnyOrder(run.getInt("baseline.correct"), run.getInt("best.correct"));
      JsonPath examples =
          json(
              "/api/runs/%s/evaluations/%s/examples?before=%s"
                  .formatted(runId, tests.get(1), tests.get(0)));
      assertThat(examples.getList("examples")).hasSize(20);
      assertThat(examples.getList("examples.turned")).doesNotContainNull();
      assertThat(examples.getString("examples[0].input")).startsWith("question ");

      // Then: the cost by purpose, and the curve
      JsonPath report = RestClient.report(runId);
      assertThat(report.getInt("costs.find { it.purpose == 'UPDATE' }.paid"))
          .isEqualTo(run.getInt("calls.byPurpose.UPDATE.paid"));
      assertThat(run.getInt("curve[0].step")).isZero();
      assertThat(run.getList("curve.score")).hasSizeGreaterThan(1);
      assertThat(run.getBoolean("simulated")).isFalse();
    }
  }

  @Test
  void shouldNameTheEventsThatThereAre() {
    String runId = running(55);
    given()
        .queryParam("type", "Nothing")
        .get("/api/runs/" + runId + "/records")
        .then()
        .statusCode(422)
        .body("errors[0].allowed", containsString("GradientProduced"));
    when().get("/api/runs/" + runId + "/evaluations/none/examples").then().statusCode(404);
    RestClient.command(runId, "cancel", 202);
  }

  private static String running(int steps) {
    String runId = RestClient.request(RestClient.spec(RestClient.upload(60), steps));
    await().atMost(PATIENCE).until(() -> "RUNNING".equals(RestClient.status(runId)));
    return runId;
  }

  private static String events(String runId) {
    return "/api/runs/" + runId + "/events";
  }

  private static List<String> statuses(EventStreamClient viewer) {
    return viewer.events("status").stream().map(run -> run.path("status").asText()).toList();
  }

  private static List<JsonNode> of(String runId, List<JsonNode> runs) {
    return runs.stream().filter(run -> run.path("runId").asText().equals(runId)).toList();
  }

  private static JsonPath json(String path) {
    return when().get(path).then().statusCode(200).extract().jsonPath();
  }

  /** The consumers of viewers in this process. */
  private static int consumers() {
    try {
      return ManagementFactory.getPlatformMBeanServer()
          .queryNames(new ObjectName("kafka.consumer:type=app-info,id=dlpo-optimizer-live*"), null)
          .size();
    } catch (MalformedObjectNameException e) {
      throw new AssertionError(e);
    }
  }
}
