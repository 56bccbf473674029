package io.dlpo.evaluator.handler;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.webhook.ScorerStub;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.metrics.Scrape;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The metrics that a Prometheus server scrapes after real work. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
@WithTestResource(ScorerStub.class)
class MetricsIT {

  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final String COMMANDS = EventType.RUN_COMMANDED.topic();
  private static final String RESULTS = EventType.BATCH_SCORED.topic();
  private static final String DEAD_LETTERS =
      TopicDefinition.deadLetterName(PREDICTIONS, "evaluator");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TestHTTPResource("/q/metrics")
  URI metrics;

  @Test
  void shouldCountEachEvaluationOnceAndEachDeadLetter() {
    // Given
    Scrape before = Scrape.of(metrics);
    Evaluation evaluation = Predictions.evaluation(1);

    // When
    try (EventTap tap = EventTap.on(RESULTS, DEAD_LETTERS);
        TestProducer producer = TestProducer.shared()) {
      producer.send(Predictions.right(evaluation, 1), Predictions.right(evaluation, 1));
      producer.send(PREDICTIONS, "bad", "{".getBytes(StandardCharsets.UTF_8), Map.of("n", "1"));
      tap.awaitRecords(on(RESULTS), 2, PATIENCE);
      tap.awaitRecords(on(DEAD_LETTERS), 1, PATIENCE);
    }

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(gained(before, "dlpo_evaluations_total", "outcome", "complete"))
                  .isEqualTo(1);
              assertThat(gained(before, "dlpo_evaluation_examples_total", "outcome", "right"))
                  .isEqualTo(1);
              assertThat(gained(before, "dlpo_dead_letters_total", "reason", "unreadable"))
                  .isEqualTo(1);
              assertThat(gained(before, "dlpo_handler_duration_seconds_count", "outcome", "done"))
                  .isEqualTo(2);
              assertThat(gained(before, "dlpo_handler_duration_seconds_count", "outcome", "failed"))
                  .isEqualTo(1);
            });
    assertThat(Scrape.of(metrics).values("dlpo_dead_letters_total", "topic"))
        .containsExactlyInAnyOrder(PREDICTIONS, COMMANDS);
  }

  @Test
  void shouldShowTheProcessTheBrokerAndTheDatabase() {
    assertThat(Scrape.of(metrics).names())
        .contains(
            "jvm_memory_used_bytes",
            "process_cpu_usage",
            "kafka_producer_record_send_total",
            "agroal_available_count");
  }

  private double gained(Scrape before, String name, String label, String value) {
    Map<String, String> series = Map.of(label, value);
    return Scrape.of(metrics).sum(name, series) - before.sum(name, series);
  }
}
