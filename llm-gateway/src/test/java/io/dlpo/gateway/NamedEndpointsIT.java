package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.endpoint.ConfiguredEndpoints;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two endpoints that have a model of the same name. */
@QuarkusTest
@TestProfile(NamedEndpointsIT.TwoAtOnce.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
@QuarkusTestResource(OtherModelResource.class)
class NamedEndpointsIT {

  private static final int MOST = 2;

  @Inject ModelGateway gateway;
  @Inject ConfiguredEndpoints endpoints;
  @Inject SmallRyeHealthReporter health;
  ScriptedModel model;
  OtherModelResource.OtherModel other;

  /** Few concurrent calls. */
  public static class TwoAtOnce implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.gateway.connections", String.valueOf(MOST));
    }
  }

  @BeforeEach
  void reset() {
    model.reset();
    other.scripted().reset();
    model.script(seen -> ScriptedReply.text("from the default one"));
    other.scripted().script(seen -> ScriptedReply.text("from the other one"));
  }

  @Test
  void shouldNeverTakeTheReplyOfOneForThatOfTheOther() {
    // Given
    String question = question();

    // When
    List<ModelReply> replies = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      replies.add(gateway.call(request("m", null, question)));
      replies.add(gateway.call(request("m", "other", question)));
    }

    // Then
    assertThat(replies)
        .extracting(reply -> ((ModelReply.Replied) reply).text())
        .containsExactly(
            "from the default one",
            "from the other one",
            "from the default one",
            "from the other one");
    assertThat(model.requests()).hasSize(1);
    assertThat(other.scripted().requests()).hasSize(1);
    assertThat(model.requests().getFirst().header("authorization"))
        .isEqualTo("Bearer scripted-key");
    assertThat(other.scripted().requests().getFirst().header("authorization"))
        .isEqualTo("Bearer other-key");
    assertThat(other.scripted().requests().getFirst().body())
        .isEqualTo(model.requests().getFirst().body());
  }

  @Test
  void shouldLimitTheCallsOfEachByItself() throws Exception {
    // Given
    String name = "m-" + UUID.randomUUID();
    model.script(seen -> ScriptedReply.text("8").after(Duration.ofMillis(200)));
    other.scripted().script(seen -> ScriptedReply.text("8").after(Duration.ofMillis(200)));
    List<Callable<ModelReply>> calls = new ArrayList<>();
    for (int i = 0; i < 3 * MOST; i++) {
      calls.add(() -> gateway.call(request(name, null, question())));
      calls.add(() -> gateway.call(request(name, "other", question())));
    }

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(calls);
    }

    // Then
    assertThat(model.maxConcurrent()).isEqualTo(MOST);
    assertThat(other.scripted().maxConcurrent()).isEqualTo(MOST);
  }

  @Test
  void shouldWaitOnlyForTheOneThatAsksForIt() {
    // Given
    other
        .scripted()
        .script(seen -> ScriptedReply.error(429, "busy", "busy").withHeader("Retry-After", "4"));
    ModelReply refused = gateway.call(request("m", "other", question()));
    long start = System.nanoTime();

    // When
    ModelReply replied = gateway.call(request("m", null, question()));

    // Then
    assertThat(failure(refused).failure().kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(replied).isInstanceOf(ModelReply.Replied.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void shouldLearnAboutEachByItself() {
    // Given
    String name = "m-" + UUID.randomUUID();
    model.script(
        seen ->
            seen.body().has("temperature")
                ? ScriptedReply.error(400, "x", "temperature is not supported")
                : ScriptedReply.text("8"));

    // When
    gateway.call(request(name, null, question()));
    gateway.call(request(name, "other", question()));

    // Then
    assertThat(model.requests()).hasSize(2);
    assertThat(other.scripted().requests()).hasSize(1);
    assertThat(other.scripted().requests().getFirst().body().has("temperature")).isTrue();
  }

  @Test
  void shouldFailWithTheVariableOfAnEndpointThatIsNotKnown() {
    // When
    ModelReply.Failed failed = failure(gateway.call(request("m", "nowhere", question())));

    // Then
    assertThat(failed.failure().kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(failed.failure().message())
        .isEqualTo(
            "endpoint nowhere is unknown to this service, which knows "
                + String.join(", ", endpoints.names())
                + "; set DLPO_ENDPOINTS_NOWHERE_URL in the environment of every service that calls"
                + " models");
    assertThat(model.requests()).isEmpty();
    assertThat(other.scripted().requests()).isEmpty();
  }

  @Test
  void shouldNameTheKeyAndTheFaultOfTheEndpoint() {
    // Given
    other.scripted().script(seen -> ScriptedReply.error(401, "key", "wrong key"));

    // When
    ModelReply.Failed failed = failure(gateway.call(request("m", "other", question())));

    // Then
    assertThat(failed.failure().message())
        .contains(other.scripted().baseUrl(), "DLPO_ENDPOINTS_OTHER_KEY")
        .doesNotContain("other-key");
    assertThat(health.getReadiness().getPayload().toString())
        .contains("endpoint of other", other.scripted().baseUrl(), "last fault of other");
  }

  private static ModelReply.Failed failure(ModelReply reply) {
    assertThat(reply).isInstanceOf(ModelReply.Failed.class);
    return (ModelReply.Failed) reply;
  }

  private static String question() {
    return "question " + UUID.randomUUID();
  }

  private static ModelRequest request(String model, @Nullable String endpoint, String question) {
    return Requests.of(
        new Engine(model, 0.0, null, null, null, null, endpoint), question, "worker-1");
  }
}
