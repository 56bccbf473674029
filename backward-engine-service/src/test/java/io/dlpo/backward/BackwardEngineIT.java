package io.dlpo.backward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The backward engine from topic to topic, with a scripted model. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class BackwardEngineIT {

  private static final String SCORES = EventType.BATCH_SCORED.topic();
  private static final String GRADIENTS = EventType.GRADIENT_PRODUCED.topic();
  private static final String DEAD = TopicDefinition.deadLetterName(SCORES, "backward-engine");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  ScriptedModel model;

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    model.reset();
    model.script(request -> ScriptedReply.text(isReduction(request) ? "Add up." : "It counted."));
    tap = EventTap.on(GRADIENTS, DEAD);
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @Test
  void shouldWriteOneGradientFromACritiqueOfEachMistake() {
    // Given
    BatchScored scored = Batches.withMistakes(4);

    // When
    producer.send(scored);
    tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then
    TappedRecord record = tap.records(on(GRADIENTS)).getFirst();
    GradientProduced gradient = record.as(GradientProduced.class);
    assertThat(tap.records(on(GRADIENTS))).hasSize(1);
    assertThat(record.key()).isEqualTo(scored.runId().value());
    assertThat(gradient.gradient()).isEqualTo("Add up.");
    assertThat(gradient.evaluation()).isEqualTo(scored.evaluation());
    assertThat(gradient.critiques())
        .extracting(Critique::exampleId)
        .containsExactly("e1", "e2", "e3", "e4");
    assertThat(gradient.critiqueUsage().paid()).isEqualTo(4);
    assertThat(gradient.reductionUsage().paid()).isEqualTo(1);
    assertThat(model.requests()).hasSize(5);
    assertThat(model.requests().getLast().user()).contains("<CRITIQUE id=\"4\">");
  }

  @Test
  void shouldAskForAllCritiquesAtOnce() {
    // Given a model that answers a critique only after all eight have arrived
    CountDownLatch waiting = new CountDownLatch(8);
    model.script(
        request -> {
          if (!isReduction(request)) {
            waiting.countDown();
            assertThat(awaited(waiting)).isTrue();
          }
          return ScriptedReply.text("advice");
        });

    // When
    producer.send(Batches.withMistakes(8));
    tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);

    // Then
    assertThat(model.maxConcurrent()).isEqualTo(8);
    assertThat(model.requests()).hasSize(9);
  }

  @Test
  void shouldPublishTheSameBytesForARepeatedBatchWithoutAnotherCall() {
    // Given
    BatchScored scored = Batches.withMistakes(2);
    producer.send(scored);
    tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);

    // When
    producer.send(scored, scored);
    List<TappedRecord> gradients = tap.awaitRecords(on(GRADIENTS), 3, PATIENCE);

    // Then
    assertThat(gradients).hasSize(3);
    assertThat(gradients).extracting(TappedRecord::text).containsOnly(gradients.getFirst().text());
    assertThat(model.requests()).hasSize(3);
  }

  @Test
  void shouldAnswerNothingThatHasNoGradient() {
    // Given
    var acceptance = Batches.evaluation(Purpose.ACCEPTANCE, new NumberMetric());
    var batch = Batches.evaluation(Purpose.BATCH, new NumberMetric());
    BatchScored due = Batches.withMistakes(1);

    // When
    producer.send(
        Batches.scored(acceptance, 3, 0),
        Batches.scored(batch, 0, 0),
        Batches.withMistakes(0),
        due);
    tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then
    assertThat(tap.records(on(GRADIENTS)))
        .singleElement()
        .extracting(record -> record.as(GradientProduced.class).runId())
        .isEqualTo(due.runId());
  }

  @Test
  void shouldReportAFailedCallInThePlaceOfTheGradient() {
    // Given
    model.script(request -> ScriptedReply.error(401, "invalid_api_key", "Incorrect API key"));

    // When
    producer.send(Batches.withMistakes(1));
    GradientProduced gradient =
        tap.awaitRecords(on(GRADIENTS), 1, PATIENCE).getFirst().as(GradientProduced.class);

    // Then
    assertThat(gradient.gradient()).isNull();
    assertThat(gradient.failure().kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(gradient.failure().message()).contains("Incorrect API key");
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldShowTheModelTheReferenceOfEachMistake() {
    // Given
    BatchScored scored = Batches.withMistakes(1);
    Mistake mistake = scored.mistakes().getFirst();

    // When
    producer.send(scored);
    tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);

    // Then
    assertThat(model.requests().getFirst().user())
        .contains(mistake.input(), "<REFERENCE>\n" + mistake.reference() + "\n</REFERENCE>");
  }

  @Test
  void shouldSendWhatItCannotReadToTheDeadLettersAndGoOn() {
    // Given
    BatchScored good = Batches.withMistakes(1);
    byte[] broken = "{\"correct\":".getBytes(StandardCharsets.UTF_8);

    // When
    producer.send(SCORES, "broken", broken, TestProducer.headers(good));
    producer.send(good);
    tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);
    List<TappedRecord> dead = tap.awaitRecords(on(DEAD), 1, PATIENCE);

    // Then
    assertThat(dead).singleElement().extracting(TappedRecord::value).isEqualTo(broken);
    assertThat(dead.getFirst().header("dead-letter-reason"))
        .contains("the value is not a valid io.dlpo.BatchScored.v1");
  }

  private static boolean isReduction(ModelRequestSeen request) {
    return request.system().startsWith("You merge critiques");
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
