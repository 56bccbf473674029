package io.dlpo.backward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.GradientProduced;
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
import java.util.stream.IntStream;
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

  private static final String GRADIENTS = EventType.GRADIENT_PRODUCED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  ScriptedModel model;

  private EventTap tap;
  private TestProducer producer;

  @BeforeEach
  void open() {
    model.reset();
    // From one batch only: the same critiques of another would be reduced without a call.
    model.script(
        request -> ScriptedReply.text("Add up " + Integer.toHexString(request.user().hashCode())));
    tap = EventTap.on(GRADIENTS);
    producer = TestProducer.shared();
  }

  @AfterEach
  void close() {
    tap.close();
    producer.close();
  }

  @ParameterizedTest
  @EnumSource(BadRecord.class)
  void shouldPutABadScoreAsideWithoutACallAndGoOnWithTheNextOne(BadRecord bad) {
    // Given
    BatchScored good = Batches.withMistakes(2);

    // When
    DeadLetterCheck.expectOne("backward-engine", good, bad);
    assertThat(model.requests()).isEmpty();
    producer.send(good);
    tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);

    // Then
    assertThat(gradients())
        .singleElement()
        .extracting(GradientProduced::evaluation)
        .isEqualTo(good.evaluation());
    assertThat(model.requests()).hasSize(3);
  }

  @Test
  void shouldWriteOneGradientForEachBatchInAnyOrderAndRepeated() {
    // Given
    List<BatchScored> batches =
        IntStream.rangeClosed(1, 5).mapToObj(Batches::withMistakes).toList();
    List<BatchScored> arriving = new ArrayList<>(batches);
    arriving.addAll(batches);
    Collections.shuffle(arriving, new Random(5));

    // When
    producer.send(arriving.toArray(BatchScored[]::new));
    tap.awaitRecords(on(GRADIENTS), 10, PATIENCE);
    tap.awaitNothingMore(QUIET);

    // Then: repeats are the same events, to the byte, and cost nothing
    assertThat(tap.records(on(GRADIENTS))).hasSize(10);
    assertThat(tap.records(on(GRADIENTS)).stream().map(TappedRecord::text).distinct()).hasSize(5);
    assertThat(gradients().stream().map(GradientProduced::evaluation).distinct())
        .containsExactlyInAnyOrderElementsOf(
            batches.stream().map(BatchScored::evaluation).toList());
    assertThat(model.requests()).hasSize(1 + 2 + 3 + 4 + 5 + 5);
  }

  private List<GradientProduced> gradients() {
    return tap.records(on(GRADIENTS)).stream()
        .map(record -> record.as(GradientProduced.class))
        .toList();
  }
}
