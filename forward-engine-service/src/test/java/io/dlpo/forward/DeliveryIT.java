package io.dlpo.forward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.testing.kafka.BadRecord;
import io.dlpo.testing.kafka.DeadLetterCheck;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are malformed, repeated, late or out of order. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class DeliveryIT {

  private static final String SERVICE = "forward-engine";
  private static final String TASKS = EventType.EXAMPLE_REQUESTED.topic();
  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  ScriptedModel model;

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    model.reset();
    model.script(request -> ScriptedReply.text("Answer: 1"));
    tap = EventTap.on(TASKS, PREDICTIONS);
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @ParameterizedTest
  @EnumSource(BadRecord.class)
  void shouldPutABadProposalAsideAndFanOutTheNextOne(BadRecord bad) {
    // Given
    Evaluation evaluation = Tasks.evaluation(2);
    PromptProposed good = new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation));

    // When
    DeadLetterCheck.expectOne(SERVICE, good, bad);
    producer.send(good);
    tap.awaitRecords(on(PREDICTIONS), 2, PATIENCE);

    // Then
    assertThat(predictions())
        .extracting(PredictionProduced::example)
        .containsExactlyInAnyOrderElementsOf(Tasks.examples(evaluation));
    assertThat(model.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(BadRecord.class)
  void shouldPutABadTaskAsideWithoutACallAndAnswerTheNextOne(BadRecord bad) {
    // Given
    ExampleRequested good = Tasks.task(Tasks.evaluation(1));

    // When
    DeadLetterCheck.expectOne(SERVICE, good, bad);
    assertThat(model.requests()).isEmpty();
    producer.send(good);
    tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE);

    // Then
    assertThat(predictions())
        .singleElement()
        .extracting(PredictionProduced::identity)
        .isEqualTo(good.identity());
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldAnswerTasksInAnyOrderAndRepeatedWithOneCallForEach() {
    // Given
    Evaluation evaluation = Tasks.evaluation(20);
    List<Example> examples = Tasks.examples(evaluation);
    List<ExampleRequested> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      examples.forEach(example -> tasks.add(new ExampleRequested(evaluation, example)));
    }
    Collections.shuffle(tasks, new Random(11));

    // When
    producer.send(tasks.toArray(ExampleRequested[]::new));
    tap.awaitRecords(on(PREDICTIONS), 60, PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then: repeats are the same events, to the byte
    assertThat(tap.records(on(PREDICTIONS))).hasSize(60);
    assertThat(tap.records(on(PREDICTIONS)).stream().map(TappedRecord::text).distinct())
        .hasSize(20);
    assertThat(predictions().stream().map(PredictionProduced::example).distinct())
        .containsExactlyInAnyOrderElementsOf(examples);
    assertThat(model.requests()).hasSize(20);
  }

  @Test
  void shouldFanOutARepeatedProposalIntoTheSameTasks() {
    // Given
    Evaluation evaluation = Tasks.evaluation(5);
    PromptProposed proposal = new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation));
    producer.send(proposal);
    tap.awaitRecords(on(PREDICTIONS), 5, PATIENCE);

    // When: long after everything was answered
    producer.send(proposal);
    tap.awaitRecords(on(PREDICTIONS), 10, PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then
    assertThat(tap.records(on(TASKS)).stream().map(TappedRecord::text).distinct()).hasSize(5);
    assertThat(tap.records(on(PREDICTIONS)).stream().map(TappedRecord::text).distinct()).hasSize(5);
    assertThat(model.requests()).hasSize(5);
  }

  private List<PredictionProduced> predictions() {
    return tap.records(on(PREDICTIONS)).stream()
        .map(record -> record.as(PredictionProduced.class))
        .toList();
  }
}
