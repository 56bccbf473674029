package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Metrics of real calls, against a scripted endpoint and a real ledger. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class ModelMetersIT {

  @Inject ModelGateway gateway;
  @Inject MeterRegistry registry;
  ScriptedModel model;

  /** Unique, so that other tests do not add to its figures. */
  private final String name = "measured-" + UUID.randomUUID();

  @Test
  void shouldTellWhatWasPaidFromWhatTheLedgerKnew() {
    // Given
    model.script(request -> ScriptedReply.completion("8", "stop", 11, 7));
    ModelRequest request = Requests.of(name);

    // When
    gateway.call(request);
    gateway.call(request);
    gateway.call(Requests.by(request, "worker-2"));

    // Then
    assertThat(calls("paid")).isEqualTo(1);
    assertThat(calls("ledger")).isEqualTo(2);
    assertThat(counted("dlpo.model.tokens", "direction", "input")).isEqualTo(11);
    assertThat(counted("dlpo.model.tokens", "direction", "output")).isEqualTo(7);
    assertThat(registry.get("dlpo.model.waiting").tag("model", name).gauge().value()).isZero();
  }

  @Test
  void shouldCountThoseThatTakeAnothersReply() throws Exception {
    // Given
    model.script(request -> ScriptedReply.text("8").after(Duration.ofMillis(500)));
    ModelRequest request = Requests.of(name);
    List<Callable<ModelReply>> asking =
        IntStream.range(0, 8)
            .<Callable<ModelReply>>mapToObj(
                n -> () -> gateway.call(Requests.by(request, "worker-" + n)))
            .toList();

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(asking);
    }

    // Then: callers that came after the reply have found it in the ledger
    assertThat(calls("paid")).isEqualTo(1);
    assertThat(calls("paid") + calls("shared") + calls("ledger")).isEqualTo(8);
  }

  @Test
  void shouldCountAttemptsRetriesAndFailures() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    model.script(
        request ->
            asked.incrementAndGet() == 1
                ? ScriptedReply.error(503, "busy", "busy")
                : ScriptedReply.error(401, "key", "wrong key"));

    // When
    gateway.call(Requests.of(Engine.greedy(name), "faulty " + UUID.randomUUID(), "w"));

    // Then
    assertThat(calls("failed")).isEqualTo(1);
    assertThat(counted("dlpo.model.retries", "reason", "server_error")).isEqualTo(1);
    assertThat(counted("dlpo.model.failures", "reason", "unauthorized")).isEqualTo(1);
    assertThat(attempts("server_error")).isEqualTo(1);
    assertThat(attempts("unauthorized")).isEqualTo(1);
  }

  @Test
  void shouldMeasureAttemptsByTheConventionsAndLeaveOutWhatTheClientMeasures() {
    // Given
    model.script(request -> ScriptedReply.completion("8", "stop", 11, 7));

    // When
    gateway.call(Requests.of(name));

    // Then
    assertThat(
            registry
                .get("gen_ai.client.token.usage")
                .tags("gen_ai.request.model", name, "gen_ai.token.type", "input")
                .summary()
                .totalAmount())
        .isEqualTo(11);
    assertThat(
            registry
                .get("gen_ai.client.operation.duration")
                .tags("gen_ai.request.model", name, "gen_ai.response.model", "scripted")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .filteredOn(id -> id.getName().startsWith("gen_ai"))
        .allSatisfy(id -> assertThat(id.getTag("ai_service.class_name")).isNull())
        .extracting(Meter.Id::getName)
        .containsOnly("gen_ai.client.token.usage", "gen_ai.client.operation.duration");
  }

  private double calls(String outcome) {
    return registry
        .find("dlpo.model.calls")
        .tag("model", name)
        .tag("outcome", outcome)
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private double counted(String meter, String label, String value) {
    return registry.get(meter).tag("model", name).tag(label, value).counter().count();
  }

  private long attempts(String outcome) {
    return registry
        .get("dlpo.model.attempt.duration")
        .tag("model", name)
        .tag("outcome", outcome)
        .timer()
        .count();
  }
}
