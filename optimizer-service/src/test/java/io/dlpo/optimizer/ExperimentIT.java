package io.dlpo.optimizer;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dlpo.contracts.event.EventType;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole experiments over real topics and tables; the test plays the other services. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ExperimentIT {

  ScriptedModel model;

  @BeforeEach
  void reset() {
    model.reset();
  }

  @Test
  void shouldRunEveryCellOnceAndReportWhatCameOfThem() {
    // Given
    String spec = spec("grid", 80, "");
    try (OtherServices others = OtherServices.once();
        EventTap requests = EventTap.on(EventType.RUN_REQUESTED.topic())) {
      model.script(request -> ScriptedReply.text(others.update(request.user())));

      // When
      String id = ExperimentClient.request(spec);
      ExperimentClient.awaitStatus(id, "FINISHED");
      String again = ExperimentClient.request(spec);

      // Then
      assertThat(again).as("the same experiment is the one that is there").isEqualTo(id);
      JsonPath experiment = ExperimentClient.experiment(id);
      assertThat(experiment.getString("status")).isEqualTo("FINISHED");
      assertThat(experiment.getInt("runs")).isEqualTo(8);
      assertThat(experiment.getInt("ended")).isEqualTo(8);
      assertThat(experiment.getInt("step")).isEqualTo(experiment.getInt("steps"));
      assertThat(experiment.getString("endedAt")).isNotNull();
      List<String> runIds = experiment.getList("cells.runId");
      assertThat(requests.records().stream().map(record -> record.header("ce_subject")).toList())
          .containsAll(runIds);
      reported(id);
    }
  }

  private static void reported(String id) {
    JsonPath report = ExperimentClient.report(id);
    assertThat(report.getInt("finished")).isEqualTo(8);
    assertThat(report.getList("groups.dataset")).containsExactly("near", "near");
    assertThat(report.getList("groups.transfer")).containsExactly(null, "far");
    assertThat(report.getInt("groups[0].comparisons[0].runs")).isEqualTo(2);
    assertThat(report.getBoolean("simulated")).isFalse();
    assertThat(report.getDouble("groups[0].variants[0].measures.ACCURACY.mean"))
        .isGreaterThan(report.getDouble("groups[0].variants[0].measures.BASELINE.mean"));
    assertThat(report.getList("groups[0].variants[0].curve.step")).hasSize(4);
    assertThat(report.getString("cells[0].result.comparison.method")).isEqualTo("MCNEMAR_EXACT");
    assertThat(report.getString("cells[1].result.initialPrompt"))
        .as("a transfer scores the prompt that was trained")
        .isEqualTo(report.getString("cells[0].result.bestPrompt"));
    assertThat(ExperimentClient.report(id, "html", "text/html"))
        .contains("<svg", "scored on far", "8 of 8 runs");
    assertThat(ExperimentClient.report(id, "csv", "text/csv").lines()).hasSize(9);
    String run = report.getString("cells[0].runId");
    assertThat(RestClient.run(run).getFloat("comparison.p"))
        .isEqualTo(report.getFloat("cells[0].result.comparison.p"));
    assertThat(RestClient.run(run).getString("name")).isEqualTo("grid/near.plain.1");
  }

  @Test
  void shouldHaveNoMoreRunsAtOnceThanAllowedAndHoldThemWhenPaused() {
    // Given nobody answers, so that no run ends
    String id = ExperimentClient.request(spec("narrow", 81, "parallel: 1"));
    ExperimentClient.awaitCell(id, "near.plain.1", "RUNNING");

    // When, Then
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(ExperimentClient.experiment(id).<String>getList("cells.status"))
                    .containsOnlyOnce("RUNNING")
                    .containsOnly("RUNNING", "WAITING"));
    ExperimentClient.command(id, "pause");
    ExperimentClient.awaitCell(id, "near.plain.1", "PAUSED");
    assertThat(ExperimentClient.experiment(id).getString("status")).isEqualTo("PAUSED");
    ExperimentClient.command(id, "resume");
    ExperimentClient.awaitCell(id, "near.plain.1", "RUNNING");
    assertThat(ExperimentClient.experiment(id).getString("status")).isEqualTo("RUNNING");
    ExperimentClient.command(id, "pause");
    ExperimentClient.awaitCell(id, "near.plain.1", "PAUSED");
  }

  @Test
  void shouldTakeOverHowManyRunsItMayHaveFromTheLastRequest() {
    // Given
    String id = ExperimentClient.request(spec("wider", 82, "parallel: 1"));
    ExperimentClient.command(id, "pause");

    // When
    String again = ExperimentClient.request(spec("wider", 82, "parallel: 3"));

    // Then
    assertThat(again).isEqualTo(id);
    assertThat(ExperimentClient.experiment(id).getInt("parallel")).isEqualTo(3);
    assertThat(ExperimentClient.experiment(id).getString("status"))
        .as("asking again resumes nothing")
        .isEqualTo("PAUSED");
  }

  @Test
  void shouldPauseWithItsRunsAndGoOnWhenTheFaultIsMended() {
    // Given
    model.script(request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key"));
    try (OtherServices others = OtherServices.once()) {

      // When
      String id = ExperimentClient.request(spec("faulty", 83, "parallel: 2"));
      ExperimentClient.awaitStatus(id, "PAUSED");

      // Then
      assertThat(ExperimentClient.experiment(id).<String>getList("cells.status"))
          .as("no more than have a place")
          .filteredOn("PAUSED"::equals)
          .hasSize(2);
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      ExperimentClient.command(id, "resume");
      ExperimentClient.awaitStatus(id, "FINISHED");
      assertThat(ExperimentClient.report(id).getInt("finished")).isEqualTo(8);
    }
  }

  @Test
  void shouldEndWithoutTheRunThatAUserCancels() {
    // Given
    String id = ExperimentClient.request(spec("cancelled", 84, "parallel: 1"));
    ExperimentClient.awaitCell(id, "near.plain.1", "RUNNING");

    // When
    RestClient.command(ExperimentClient.runOf(id, "near.plain.1"), "cancel", 202);
    try (OtherServices others = OtherServices.once()) {
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      ExperimentClient.awaitStatus(id, "FINISHED");
    }

    // Then
    assertThat(ExperimentClient.statusOf(id, "near.plain.1")).isEqualTo("CANCELLED");
    assertThat(ExperimentClient.statusOf(id, "near.plain.1.far")).isEqualTo("SKIPPED");
    JsonPath report = ExperimentClient.report(id);
    assertThat(report.getInt("finished")).isEqualTo(6);
    assertThat(report.getString("cells[0].result.reason")).contains("cancelled");
  }

  @Test
  void shouldTellAllThatIsWrongBeforeAnythingBegins() {
    // When
    JsonPath shape = ExperimentClient.refused("name: a b\nbase: {seed: 1}\nseeds: []\n");
    JsonPath content =
        ExperimentClient.refused(
            spec("wrong", 85, "").replace("annealing: false", "aneling: false"));

    // Then
    assertThat(shape.getList("errors.key")).contains("name", "base.seed", "variants", "seeds");
    assertThat(content.getList("errors.message"))
        .singleElement()
        .asString()
        .contains("optimizer.aneling", "did you mean annealing?", "near.bold.1 and 1 more");
  }

  @Test
  void shouldListExperimentsAndSayThatAnUnknownOneIsUnknown() {
    // Given
    String id = ExperimentClient.request(spec("listed", 86, ""));
    ExperimentClient.command(id, "pause");

    // Then
    assertThat(
            when()
                .get("/api/experiments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("experimentId"))
        .contains(id);
    when()
        .get("/api/experiments/none")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", equalTo("there is no experiment 'none'"));
    when().get("/api/experiments/none/report").then().statusCode(404);
    when().post("/api/experiments/none/pause").then().statusCode(404);
  }

  /** Two variants on two seeds, each with a transfer: eight runs. */
  private static String spec(String name, int rows, String further) {
    return """
        name: %s
        base:
          prompt: You will answer a question.
          dataset: {id: %s, split: {train: 20, validation: 20, test: 20}}
          metric: {type: number}
          optimizer: {batchSize: 5, steps: 3}
        datasets:
          near: {transfer: {far: {dataset: {split: {seed: 99, test: 30}}}}}
        variants:
          plain: {}
          bold: {optimizer: {annealing: false}}
        seeds: [1, 2]
        %s
        """
        .formatted(name, RestClient.upload(rows), further);
  }
}
