package io.dlpo.backward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
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

  private static final String GRADIENTS = EventType.GRADIENT_PRODUCED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TestHTTPResource("/q/metrics")
  URI metrics;

  ScriptedModel model;

  @Test
  void shouldTellCritiquesFromReductions() {
    // Given
    model.reset();
    model.script(request -> ScriptedReply.text("It counted."));
    Scrape before = Scrape.of(metrics);

    // When
    try (EventTap tap = EventTap.on(GRADIENTS);
        TestProducer producer = TestProducer.shared()) {
      producer.send(Batches.withMistakes(3));
      tap.awaitRecords(on(GRADIENTS), 1, PATIENCE);
    }

    // Then
    assertThat(paid(before, "critique")).isEqualTo(3);
    assertThat(paid(before, "reduction")).isEqualTo(1);
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

  private double paid(Scrape before, String purpose) {
    Map<String, String> series = Map.of("model", "teacher", "purpose", purpose, "outcome", "paid");
    return Scrape.of(metrics).sum("dlpo_model_calls_total", series)
        - before.sum("dlpo_model_calls_total", series);
  }
}
