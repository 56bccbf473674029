package io.dlpo.forward;

import static io.dlpo.testing.kafka.TappedRecord.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The probes, as an orchestrator and an operator see them. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ProbeIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PREDICTIONS = EventType.PREDICTION_PRODUCED.topic();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TestHTTPResource("/q/health/ready")
  URI ready;

  ScriptedModel model;

  @Test
  void shouldNameAnEndpointThatRefusesTheKeyAndStayReady() throws Exception {
    // Given
    model.reset();
    model.script(request -> ScriptedReply.error(401, "invalid_api_key", "the endpoint's words"));
    Evaluation evaluation = Tasks.evaluation(1);

    // When
    try (EventTap tap = EventTap.on(PREDICTIONS);
        TestProducer producer = TestProducer.shared()) {
      producer.send(new PromptProposed(evaluation, 1, 1, Tasks.examples(evaluation)));
      tap.awaitRecords(on(PREDICTIONS), 1, PATIENCE);
    }

    // Then: the consumers may still be joining their groups
    await().atMost(PATIENCE).until(() -> probe().statusCode() == 200);
    JsonNode check = endpoint(MAPPER.readTree(probe().body()));
    assertThat(check.at("/status").asText()).isEqualTo("UP");
    assertThat(check.at("/data/endpoint").asText()).isEqualTo(model.baseUrl());
    assertThat(check.at("/data/last fault").asText()).isEqualTo("unauthorized, status 401");
    assertThat(check.toString()).doesNotContain("words");
  }

  private static JsonNode endpoint(JsonNode health) {
    return health
        .at("/checks")
        .valueStream()
        .filter(check -> check.at("/name").asText().equals("model endpoint"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(health.toString()));
  }

  private HttpResponse<String> probe() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
