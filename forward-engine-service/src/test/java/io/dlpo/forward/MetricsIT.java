package io.dlpo.forward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.KafkaResource;
import io.dlpo.testing.kafka.TestProducer;
import io.dlpo.testing.metrics.Scrape;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The metrics that a Prometheus server scrapes after real work. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class MetricsIT {

  private static final String TASKS = EventType.EXAMPLE_REQUESTED.topic();
  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TestHTTPResource("/q/metrics")
  URI metrics;

  ScriptedModel model;

  @Test
  void shouldCountCallsAndTokensByModelAndPurpose() {
    // Given
    model.reset();
    model.script(request -> ScriptedReply.completion("Answer: 1", "stop", 11, 7));
    Scrape before = Scrape.of(metrics);
    Evaluation evaluation = Tasks.evaluation(5);

    // When: a repeated proposal is answered by the ledger
    try (EventTap tap = EventTap.on(PREDICTIONS);
        TestProducer producer = TestProducer.shared()) {
      producer.send(new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation)));
      tap.awaitRecords(on(PREDICTIONS), 5, PATIENCE);
      producer.send(new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation)));
      tap.awaitRecords(on(PREDICTIONS), 10, PATIENCE);
    }

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(calls(before, "paid")).isEqualTo(5);
              assertThat(calls(before, "ledger")).isEqualTo(5);
              assertThat(tokens(before, "input")).isEqualTo(55);
              assertThat(tokens(before, "output")).isEqualTo(35);
              assertThat(
                      gained(before, "dlpo_handler_duration_seconds_count", Map.of("topic", TASKS)))
                  .isEqualTo(10);
              assertThat(gained(before, "dlpo_model_waiting", Map.of("model", "student"))).isZero();
            });
  }

  @Test
  void shouldShowTheProcessTheBrokerAndTheDatabase() {
    assertThat(Scrape.of(metrics).names())
        .contains(
            "jvm_memory_used_bytes",
            "process_cpu_usage",
            "kafka_producer_record_send_total",
            "agroal_available_count",
            "dlpo_ledger_faults_total");
  }

  private double calls(Scrape before, String outcome) {
    return gained(
        before,
        "dlpo_model_calls_total",
        Map.of("model", "student", "purpose", "batch", "outcome", outcome));
  }

  private double tokens(Scrape before, String direction) {
    return gained(
        before,
        "dlpo_model_tokens_total",
        Map.of("model", "student", "purpose", "batch", "direction", direction));
  }

  private double gained(Scrape before, String name, Map<String, String> series) {
    return Scrape.of(metrics).sum(name, series) - before.sum(name, series);
  }
}
