package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.SchemaAddress;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A consumer that only knows the contracts sees all events of an undisturbed run. */
@ExtendWith(SharedStack.class)
class EventStreamST {

  private static final int STEPS = 5;

  private static RunReport report;
  private static List<TappedRecord> records;

  @BeforeAll
  static void tapARun(Stack stack) {
    String[] topics =
        Arrays.stream(EventType.values()).map(EventType::topic).toArray(String[]::new);
    try (EventTap tap = EventTap.fromEnd(stack.kafka(), topics)) {
      report = stack.run(SpecFile.small(stack.dlpo(), "event-stream", STEPS, 11));
      tap.awaitRecords(
          tapped -> isOf(tapped, EventType.RUN_FINISHED) && isOfTheRun(tapped),
          1,
          Duration.ofSeconds(20));
      tap.awaitNothingMore(EventStreamST::isOfTheRun, Duration.ofSeconds(1));
      records = tap.records(EventStreamST::isOfTheRun);
    }
  }

  @Test
  void shouldHoldEveryEventToItsPublishedSchema() {
    assertThat(records)
        .isNotEmpty()
        .allSatisfy(
            tapped -> assertThat(PublishedSchemas.problems(typeOf(tapped), tapped)).isEmpty());
    assertThat(records.stream().map(EventStreamST::typeOf).distinct())
        .contains(
            EventType.RUN_REQUESTED,
            EventType.PROMPT_PROPOSED,
            EventType.EXAMPLE_REQUESTED,
            EventType.PREDICTION_PRODUCED,
            EventType.BATCH_SCORED,
            EventType.GRADIENT_PRODUCED,
            EventType.RUN_FINISHED);
  }

  @Test
  void shouldCarryTheCloudEventsHeadersAndTheKeyThatTheContractsDerive(Stack stack) {
    SchemaAddress schemas = SchemaAddress.of(stack.rest() + "/api/schemas/");
    assertThat(records)
        .allSatisfy(
            tapped -> {
              EventType type = typeOf(tapped);
              Event event = tapped.as(type.record());
              assertThat(tapped.key()).isEqualTo(event.partitionKey());
              assertThat(tapped.headers())
                  .containsEntry("ce_specversion", "1.0")
                  .containsEntry("ce_id", CloudEventAttributes.id(event))
                  .containsEntry("ce_type", type.cloudEventType())
                  .containsEntry("ce_subject", report.runId())
                  .containsEntry("ce_dataschema", schemas.of(type).toString())
                  .containsEntry("content-type", "application/json");
              assertThat(Instant.parse(String.valueOf(tapped.header("ce_time"))))
                  .isBefore(Instant.now());
              assertThat(tapped.header("ce_source")).isEqualTo("/dlpo/" + publisherOf(type));
            });
  }

  @Test
  void shouldPublishEveryEventOnce() {
    assertThat(records.stream().map(tapped -> tapped.header("ce_id"))).doesNotHaveDuplicates();
  }

  @Test
  void shouldScoreEveryEvaluationExactlyOnceOnAllItsExamples() {
    // Given
    List<PromptProposed> proposals = events(PromptProposed.class, EventType.PROMPT_PROPOSED);

    // Then
    assertThat(events(BatchScored.class, EventType.BATCH_SCORED))
        .extracting(BatchScored::evaluation)
        .containsExactlyInAnyOrderElementsOf(
            proposals.stream().map(PromptProposed::evaluation).distinct().toList());
    List<String> proposed =
        proposals.stream()
            .flatMap(
                proposal ->
                    proposal.examples().stream()
                        .map(example -> proposal.evaluation().id() + ":" + example.id()))
            .toList();
    assertThat(events(PredictionProduced.class, EventType.PREDICTION_PRODUCED))
        .extracting(PredictionProduced::identity)
        .containsExactlyInAnyOrderElementsOf(proposed);
    assertThat(records.stream().filter(tapped -> isOf(tapped, EventType.EXAMPLE_REQUESTED)))
        .extracting(TappedRecord::key)
        .containsExactlyInAnyOrderElementsOf(proposed);
  }

  @Test
  void shouldDecideEveryStepExactlyOnce() {
    List<Integer> decided =
        Stream.of(EventType.PROMPT_ACCEPTED, EventType.PROMPT_REJECTED)
            .flatMap(type -> records.stream().filter(tapped -> isOf(tapped, type)))
            .map(tapped -> tapped.json().path("step").asInt())
            .toList();

    assertThat(decided)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, STEPS).boxed().toList());
  }

  @Test
  void shouldGiveEveryBatchWithMistakesExactlyOneGradient() {
    List<String> failing =
        events(BatchScored.class, EventType.BATCH_SCORED).stream()
            .filter(scored -> scored.evaluation().purpose().name().equals("BATCH"))
            .filter(scored -> !scored.mistakes().isEmpty())
            .map(BatchScored::identity)
            .toList();

    assertThat(events(GradientProduced.class, EventType.GRADIENT_PRODUCED))
        .extracting(GradientProduced::identity)
        .containsExactlyInAnyOrderElementsOf(failing);
  }

  @Test
  void shouldShowTheWholeRunByTheCommandLine(Stack stack) {
    // When
    List<JsonNode> shown =
        stack
            .dlpo()
            .run("events", "--run", report.runId(), "--json")
            .expect(0)
            .out()
            .lines()
            .map(EventStreamST::json)
            .toList();

    // Then
    assertThat(shown)
        .extracting(event -> event.path("id").asText())
        .containsExactlyInAnyOrderElementsOf(
            records.stream().map(tapped -> tapped.header("ce_id")).toList());
    assertThat(stack.dlpo().run("report", report.runId()).expect(0).out())
        .contains("SIMULATED", report.runId(), report.bestPrompt());
  }

  @Test
  void shouldEndWithWhatTheReportSays() {
    assertThat(events(RunFinished.class, EventType.RUN_FINISHED))
        .singleElement()
        .satisfies(
            finished -> {
              assertThat(finished.trajectory()).isEqualTo(report.trajectory());
              assertThat(finished.bestPrompt()).isEqualTo(report.bestPrompt());
              assertThat(finished.steps()).isEqualTo(STEPS);
              assertThat(finished.usage().paid()).isEqualTo(report.paid());
            });
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  private static <E extends Event> List<E> events(Class<E> record, EventType type) {
    return records.stream()
        .filter(tapped -> isOf(tapped, type))
        .map(tapped -> tapped.as(record))
        .toList();
  }

  private static boolean isOf(TappedRecord tapped, EventType type) {
    return tapped.topic().equals(type.topic());
  }

  private static boolean isOfTheRun(TappedRecord tapped) {
    return report.runId().equals(tapped.header("ce_subject"));
  }

  private static EventType typeOf(TappedRecord tapped) {
    return Arrays.stream(EventType.values())
        .filter(type -> isOf(tapped, type))
        .findFirst()
        .orElseThrow();
  }

  private static String publisherOf(EventType type) {
    return switch (type) {
      case RUN_REQUESTED,
          RUN_COMMANDED,
          PROMPT_PROPOSED,
          UPDATE_REPLIED,
          PROMPT_ACCEPTED,
          PROMPT_REJECTED,
          RUN_FINISHED,
          PROMPT_COMMANDED,
          PROMPT_PROMOTED ->
          "optimizer";
      case EXAMPLE_REQUESTED, PREDICTION_PRODUCED -> "forward-engine";
      case BATCH_SCORED -> "evaluator";
      case GRADIENT_PRODUCED -> "backward-engine";
    };
  }
}
