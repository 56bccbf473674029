package io.dlpo.forward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two runs on one forward engine that cannot call the model for all examples at the same time. */
@QuarkusTest
@TestProfile(FairnessIT.FewCalls.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class FairnessIT {

  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Four concurrent calls. */
  public static class FewCalls implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.forward-engine.concurrency", "4");
    }
  }

  ScriptedModel model;

  @Test
  void shouldNotLetOneRunsTestSplitStarveAnotherRunsStep() {
    // Given
    model.reset();
    model.script(request -> ScriptedReply.text("Answer: 1").after(Duration.ofMillis(40)));
    Evaluation split = Tasks.evaluation("A long run's prompt.", "long run", 600);
    Evaluation step = Tasks.evaluation("A short run's prompt.", "short run", 5);

    try (EventTap tap = EventTap.on(PREDICTIONS);
        TestProducer producer = TestProducer.shared()) {
      // When the split is in progress
      producer.send(new PromptProposed(split, 1, 1, Tasks.examples(split)));
      Awaitility.await().atMost(PATIENCE).until(() -> model.requests().size() >= 4);
      producer.send(new PromptProposed(step, 1, 1, Tasks.examples(step)));
      tap.awaitRecords(on(PREDICTIONS), 605, PATIENCE);
    }

    // Then
    assertThat(model.maxConcurrent()).isLessThanOrEqualTo(4);
    List<Integer> places =
        IntStream.range(0, 605)
            .filter(place -> model.requests().get(place).system().contains("short"))
            .boxed()
            .toList();
    assertThat(places).hasSize(5);
    assertThat(places.getLast()).as("the step's last among 605 calls").isLessThan(300);
    assertThat(places.getLast() - places.getFirst())
        .as("calls from the step's first to its last")
        .isLessThanOrEqualTo(40);
  }
}
