package io.dlpo.optimizer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.core.replay.Difference;
import io.dlpo.core.replay.LoggedEvent;
import io.dlpo.core.replay.ReplayResult;
import io.dlpo.core.replay.RunReplay;
import io.dlpo.core.replay.Tampering;
import io.dlpo.optimizer.runlog.LoggedRuns;
import io.dlpo.optimizer.runlog.RunStart;
import io.dlpo.optimizer.runlog.UnreadableLogException;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real runs, replayed from their real topics, and from copies with one event changed. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STEPS = 6;
  private static final long MUCH = 10_000_000;

  ScriptedModel model;

  @Inject LoggedRuns logs;

  @BeforeEach
  void open() {
    model.reset();
  }

  @Test
  void shouldAgreeWithAFinishedRunAndLeaveEverythingAsItWas() {
    // Given
    String runId = finishedRun(80, 1);
    String before = RestClient.run(runId).prettify();
    try (EventTap tap = EventTap.on(RunTopics.all())) {

      // When
      JsonPath replay = replay(runId);

      // Then
      assertThat(replay.getString("verdict")).isEqualTo("AGREES");
      // It may have stopped before its last step.
      assertThat(replay.getInt("steps"))
          .isEqualTo(
              RestClient.run(runId).getInt("accepted") + RestClient.run(runId).getInt("rejected"));
      assertThat(replay.getInt("events")).isEqualTo(read(runId, MUCH).size() - 1);
      assertThat(replay.getString("trajectory"))
          .isEqualTo(RestClient.run(runId).getString("trajectory"));
      assertThat(replay.getString("phase")).isEqualTo("finished");
      assertThat(RestClient.run(runId).prettify()).isEqualTo(before);
      tap.awaitNothingMore(Duration.ofMillis(500));
    }
  }

  @Test
  void shouldAgreeWithARunWhoseEventsAllCameThreeTimes() {
    assertThat(replay(finishedRun(81, 3)).getString("verdict")).isEqualTo("AGREES");
  }

  @Test
  void shouldAgreeWithARunThatHasNotEnded() {
    // Given nobody who answers
    String runId = RestClient.request(RestClient.spec(RestClient.upload(82), STEPS));
    awaitStatus(runId, "RUNNING");

    // When
    JsonPath replay = replay(runId);

    // Then
    assertThat(replay.getString("verdict")).isEqualTo("AGREES");
    assertThat(replay.getInt("steps")).isZero();
    assertThat(replay.getString("phase")).isEqualTo("scoring the initial prompt");
  }

  @Test
  void shouldAgreeWithARunThatAUserPausedAndWhoseUpdateFailed() {
    // Given
    model.script(request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key"));
    String runId = RestClient.request(RestClient.spec(RestClient.upload(83), STEPS));
    awaitStatus(runId, "RUNNING");
    RestClient.command(runId, "pause", 202);
    awaitStatus(runId, "PAUSED");
    try (OtherServices others = OtherServices.once()) {
      RestClient.command(runId, "resume", 202);
      await()
          .atMost(PATIENCE)
          .until(() -> String.valueOf(RestClient.run(runId).getString("reason")).contains("401"));
      assertThat(replay(runId).getString("verdict")).isEqualTo("AGREES");

      // When
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      RestClient.command(runId, "resume", 202);
      awaitStatus(runId, "FINISHED");
    }

    // Then
    JsonPath replay = replay(runId);
    assertThat(replay.getString("verdict")).as(replay.prettify()).isEqualTo("AGREES");
  }

  @Test
  void shouldAgreeWithARunWhoseHostsHadClocksThatDiffer() {
    // Given a run that seems to have published before it was told anything
    String runId = finishedRun(89, 1);

    // When
    ReplayResult result =
        copied(
            runId,
            read(runId, MUCH),
            (event, at) -> event instanceof BatchScored ? at + 60_000 : at);

    // Then
    assertThat(result).isInstanceOf(ReplayResult.Agrees.class);
  }

  @Test
  void shouldAgreeWithARunInWhichTheClockWasSetBack() {
    // Given
    String runId = finishedRun(90, 1);
    List<LoggedEvent> log = read(runId, MUCH);
    Set<Event> after = Set.copyOf(events(log).subList(log.size() / 2, log.size()));

    // When
    ReplayResult result =
        copied(runId, log, (event, at) -> after.contains(event) ? at - 60_000 : at);

    // Then
    assertThat(result).isInstanceOf(ReplayResult.Agrees.class);
  }

  @Test
  void shouldAgreeWithARunWhoseChangesWereNotNumbered() {
    // Given
    String runId = finishedRun(79, 1);
    List<LoggedEvent> log =
        events(read(runId, MUCH)).stream().map(event -> new LoggedEvent(event, null)).toList();

    // When, Then
    assertThat(copied(runId, log)).isInstanceOf(ReplayResult.Agrees.class);
  }

  @Test
  void shouldNumberTheChangesOfARunWithoutGapsAndNameTheirInputs() {
    // Given
    String runId = finishedRun(78, 2);
    List<LoggedEvent> log = read(runId, MUCH);

    // When
    Map<Long, String> inputs = new TreeMap<>();
    log.stream()
        .flatMap(logged -> Optional.ofNullable(logged.change()).stream())
        .forEach(
            change -> {
              long sequence = change.sequence() - change.priorIds().size();
              for (String prior : change.priorIds()) {
                inputs.put(sequence++, prior);
              }
              inputs.put(sequence, change.causationId());
            });

    // Then
    assertThat(inputs.keySet())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, inputs.size()).boxed().toList());
    assertThat(inputs.values()).doesNotHaveDuplicates();
    assertThat(log.stream().filter(each -> each.change() == null).map(ReplayIT::id).distinct())
        .containsExactlyInAnyOrderElementsOf(inputs.values());
  }

  @Test
  void shouldNameTheStepOfAScoreThatWasChanged() {
    Difference difference =
        differenceOf(
            84,
            log ->
                Tampering.with(
                    log,
                    BatchScored.class,
                    each -> each.evaluation().step() == 3,
                    scored -> {
                      scored.put("correct", scored.path("correct").asInt() == 0 ? 1 : 0);
                      scored.put("score", 0.5);
                    }));

    assertThat(difference.step()).isEqualTo(3);
    assertThat(difference.event()).startsWith("BatchScored ");
  }

  @Test
  void shouldNameTheStepOfADrawThatWasChanged() {
    int[] step = new int[1];
    Difference difference =
        differenceOf(
            85,
            log -> {
              step[0] = Tampering.first(log, PromptAccepted.class, any -> true).step();
              return Tampering.with(
                  log,
                  PromptAccepted.class,
                  each -> each.step() == step[0],
                  accepted -> ((ObjectNode) accepted.get("decision")).put("draw", 0.5));
            });

    assertThat(difference.step()).isEqualTo(step[0]);
    assertThat(difference.field()).isEqualTo("decision.draw");
    assertThat(difference.recorded()).isEqualTo("0.5");
  }

  @Test
  void shouldNameTheStepOfAGradientThatWasChanged() {
    int[] step = new int[1];
    Difference difference =
        differenceOf(
            86,
            log -> {
              step[0] =
                  log.stream()
                      .filter(GradientProduced.class::isInstance)
                      .map(GradientProduced.class::cast)
                      .mapToInt(each -> each.evaluation().step())
                      .max()
                      .orElseThrow();
              return Tampering.with(
                  log,
                  GradientProduced.class,
                  each -> each.evaluation().step() == step[0],
                  gradient -> gradient.put("gradient", "Write less."));
            });

    assertThat(difference.step()).isEqualTo(step[0]);
    assertThat(difference.event()).startsWith("UpdateReplied ");
    assertThat(difference.field()).isEqualTo("replies[0].request");
  }

  @Test
  void shouldSayWhatIsMissingInALogWithoutTheRepliesToUpdates() {
    // Given
    String runId = finishedRun(87, 1);
    List<LoggedEvent> log =
        read(runId, MUCH).stream()
            .filter(each -> !(each.event() instanceof UpdateReplied))
            .toList();

    // When
    ReplayResult result = copied(runId, log);

    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            ReplayResult.Unknown.class,
            unknown -> {
              assertThat(unknown.step()).isPositive();
              assertThat(unknown.reason()).contains("replies to its update");
            });
  }

  @Test
  void shouldRefuseARunOfMoreBytesThanAllowedAndPassOverThoseOfOthers() {
    String runId = finishedRun(88, 1);

    assertThatThrownBy(() -> read(runId, 1_000))
        .isInstanceOf(UnreadableLogException.class)
        .hasMessageContaining("events of run " + runId + " have more than 1000 bytes");
    assertThat(read("run-" + UUID.randomUUID(), 0)).isEmpty();
  }

  @Test
  void shouldSayThatThereIsNoSuchRun() {
    when().get("/api/runs/no-such-run/replay").then().statusCode(404);
  }

  /** What the replay of a copy of a finished run's topics says, with a change of its events. */
  private Difference differenceOf(int rows, UnaryOperator<List<Event>> change) {
    String runId = finishedRun(rows, 1);
    List<LoggedEvent> log = read(runId, MUCH);
    assertThat(copied(runId, log)).isInstanceOf(ReplayResult.Agrees.class);
    ReplayResult result = copied(runId, changed(log, change));
    assertThat(result).isInstanceOf(ReplayResult.Differs.class);
    return ((ReplayResult.Differs) result).difference();
  }

  private ReplayResult copied(String runId, List<LoggedEvent> log) {
    return copied(runId, log, (event, at) -> at);
  }

  /** What the replay of a copy of a run's topics says. */
  private ReplayResult copied(String runId, List<LoggedEvent> log, RunTopics.Clock clock) {
    List<LoggedEvent> copy = RunTopics.copied(log, clock).read(runId, MUCH);
    assertThat(copy.stream().map(ReplayIT::id))
        .containsExactlyInAnyOrderElementsOf(log.stream().map(ReplayIT::id).toList());
    RunReplay replay = RunReplay.of(copy).orElseThrow();
    RunStart start = logs.start(replay.request());
    return replay.all(start.context(), start.first(), true).result();
  }

  /** The log with other events in the same records. */
  private static List<LoggedEvent> changed(
      List<LoggedEvent> log, UnaryOperator<List<Event>> change) {
    List<Event> changed = change.apply(events(log));
    List<LoggedEvent> all = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      all.add(new LoggedEvent(changed.get(i), log.get(i).change()));
    }
    return all;
  }

  private static List<Event> events(List<LoggedEvent> log) {
    return log.stream().map(LoggedEvent::event).toList();
  }

  private static String id(LoggedEvent logged) {
    return CloudEventAttributes.id(logged.event());
  }

  private static List<LoggedEvent> read(String runId, long maxBytes) {
    return RunTopics.ORIGINAL.read(runId, maxBytes);
  }

  /** A run with events that come so many times. */
  private String finishedRun(int rows, int times) {
    try (OtherServices others = OtherServices.repeating(times)) {
      model.script(request -> ScriptedReply.text(others.update(request.user())));
      String runId = RestClient.request(RestClient.spec(RestClient.upload(rows), STEPS));
      awaitStatus(runId, "FINISHED");
      return runId;
    }
  }

  private static JsonPath replay(String runId) {
    return given()
        .get("/api/runs/" + runId + "/replay")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void awaitStatus(String runId, String status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(RestClient.status(runId)).isEqualTo(status));
  }
}
