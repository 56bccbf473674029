package io.dlpo.optimizer;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.testing.kafka.BadRecord;
import io.dlpo.testing.kafka.DeadLetterCheck;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of records that are spoilt, repeated, late or in another order. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class DeliveryIT {

  private static final Path SAMPLES = Path.of("../contracts/src/test/resources/samples");
  private static final String PROPOSED = EventType.PROMPT_PROPOSED.topic();
  private static final String FINISHED = EventType.RUN_FINISHED.topic();
  private static final String DEAD_REQUESTS = dead(EventType.RUN_REQUESTED);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private static final List<EventType> READ =
      TopicList.load().topics().stream()
          .filter(topic -> topic.consumers().contains("optimizer"))
          .map(topic -> typeOf(topic.name()))
          .toList();

  ScriptedModel model;

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    model.reset();
    tap =
        EventTap.on(
            Stream.concat(Stream.of(PROPOSED, FINISHED), READ.stream().map(DeliveryIT::dead))
                .toArray(String[]::new));
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  static Stream<Arguments> badRecords() {
    return READ.stream()
        .flatMap(type -> Stream.of(BadRecord.values()).map(bad -> Arguments.of(type, bad)));
  }

  @ParameterizedTest
  @MethodSource("badRecords")
  void shouldPutABadRecordAside(EventType type, BadRecord bad) {
    DeadLetterCheck.expectOne("optimizer", sample(type), bad);
  }

  @Test
  void shouldBeginARunAfterTheBadRecordsOfAnother() {
    // Given
    for (BadRecord bad : BadRecord.values()) {
      producer.send(List.of(bad.of(sample(EventType.RUN_REQUESTED), "bad")));
    }

    // When
    String runId = RestClient.request(RestClient.spec(RestClient.upload(70), 1));

    // Then
    assertThat(proposals(runId, 1)).hasSize(1);
    tap.awaitRecords(on(DEAD_REQUESTS), BadRecord.values().length, PATIENCE);
  }

  @Test
  void shouldPutARequestAsideWhoseSpecDoesNotHoldAndSayWhy() {
    // Given
    RunRequested sample = (RunRequested) sample(EventType.RUN_REQUESTED);
    RunId runId = new RunId("bad-" + UUID.randomUUID());
    RunRequested request =
        new RunRequested(
            runId, "bad", sample.spec(), "no-such-dataset", sample.split(), sample.seed());

    // When
    producer.send(request);
    List<TappedRecord> dead =
        tap.awaitRecords(on(DEAD_REQUESTS).and(of(runId.value())), 1, PATIENCE);

    // Then
    assertThat(dead)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.header("dead-letter-reason"))
                  .startsWith("run " + runId.value() + " cannot begin: ")
                  .contains("dataset");
              assertThat(letter.as(RunRequested.class)).isEqualTo(request);
            });
    assertThat(RestClient.status(runId.value())).isEqualTo("404");
  }

  @Test
  void shouldBeginARunOnceForARepeatedRequest() {
    // Given
    RunRequested request = requested(71);
    List<TappedRecord> first = proposals(request.runId().value(), 1);

    // When
    producer.send(request, request);
    List<TappedRecord> all = proposals(request.runId().value(), 3);
    tap.awaitNothingMore(QUIET);

    // Then: the same event each time, to the byte
    assertThat(all).extracting(TappedRecord::text).containsOnly(first.getFirst().text());
    assertThat(all)
        .extracting(
            record -> record.header("ce_sequence"), record -> record.header("ce_causationid"))
        .containsOnly(tuple("0000000001", CloudEventAttributes.id(request)));
  }

  @Test
  void shouldDropWhatComesForRunsThatAreNotThere() {
    // When
    producer.send(
        sample(EventType.BATCH_SCORED),
        sample(EventType.GRADIENT_PRODUCED),
        new RunCommanded("c-none", new RunId("no-such-run"), RunCommand.PAUSE));

    // Then: neither events nor dead letters
    tap.awaitNothingMore(QUIET);
    assertThat(tap.records()).isEmpty();
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void shouldDropWhatComesAfterTheEndOfARun() {
    // Given a run that is cancelled while its first score is under way
    RunRequested request = requested(72);
    String runId = request.runId().value();
    PromptProposed proposed = proposals(runId, 1).getFirst().as(PromptProposed.class);
    RestClient.command(runId, "cancel", 202);
    await().atMost(PATIENCE).until(() -> "CANCELLED".equals(RestClient.status(runId)));
    tap.awaitRecords(on(FINISHED).and(of(runId)), 1, PATIENCE);
    int before = tap.records(of(runId)).size();

    // When
    producer.send(
        Scores.of(proposed, 2), new RunCommanded("c-late", request.runId(), RunCommand.RESUME));
    tap.awaitNothingMore(QUIET);

    // Then
    assertThat(tap.records(of(runId))).hasSize(before);
    assertThat(RestClient.status(runId)).isEqualTo("CANCELLED");
  }

  /** A run of that many rows, as its request lies in Kafka. */
  private RunRequested requested(int rows) {
    try (EventTap requests = EventTap.on(EventType.RUN_REQUESTED.topic())) {
      String runId = RestClient.request(RestClient.spec(RestClient.upload(rows), 1));
      return requests.awaitRecords(of(runId), 1, PATIENCE).getFirst().as(RunRequested.class);
    }
  }

  private List<TappedRecord> proposals(String runId, int count) {
    return tap.awaitRecords(on(PROPOSED).and(of(runId)), count, PATIENCE);
  }

  private static Predicate<TappedRecord> of(String runId) {
    return record -> runId.equals(record.header("ce_subject"));
  }

  private static Event sample(EventType type) {
    try {
      return EventJson.read(
          Files.readAllBytes(SAMPLES.resolve(type.record().getSimpleName() + ".v1.json")),
          type.record());
    } catch (IOException e) {
      throw new UncheckedIOException("no sample of " + type, e);
    }
  }

  private static String dead(EventType type) {
    return TopicDefinition.deadLetterName(type.topic(), "optimizer");
  }

  private static EventType typeOf(String topic) {
    return Stream.of(EventType.values())
        .filter(type -> type.topic().equals(topic))
        .findFirst()
        .orElseThrow();
  }
}
