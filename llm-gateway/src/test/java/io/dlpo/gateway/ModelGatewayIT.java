package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway with its real client, against a scripted endpoint and a real ledger. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class ModelGatewayIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Inject ModelGateway gateway;
  @Inject SmallRyeHealthReporter health;
  ScriptedModel model;

  @BeforeEach
  void reset() {
    model.reset();
  }

  @Test
  void shouldSendTheParametersThatTheEngineNamesAndNoOthers() throws Exception {
    // Given
    model.script(request -> ScriptedReply.text("8"));
    Engine bare = new Engine("gpt-x", null, null, null, null);
    Engine full = new Engine("gpt-y", 0.5, 64, 0.9, 5_000_000_000L);

    // When
    gateway.call(Requests.of(bare, "bare", "w"));
    gateway.call(Requests.of(full, "full", "w"));

    // Then
    String system = "{\"role\":\"system\",\"content\":\"Answer {it} in \\\\boxed{}.\"}";
    assertThat(model.requests().get(0).body())
        .isEqualTo(
            MAPPER.readTree(
                "{\"model\":\"gpt-x\",\"messages\":["
                    + system
                    + ",{\"role\":\"user\",\"content\":\"bare\"}]}"));
    assertThat(model.requests().get(1).body())
        .isEqualTo(
            MAPPER.readTree(
                "{\"model\":\"gpt-y\",\"messages\":["
                    + system
                    + ",{\"role\":\"user\",\"content\":\"full\"}],\"temperature\":0.5,"
                    + "\"top_p\":0.9,\"max_tokens\":64,\"seed\":5000000000}"));
    assertThat(model.requests().get(0).header("authorization")).isEqualTo("Bearer scripted-key");
  }

  @Test
  void shouldPayOnceAndTellThePayerSoEachTimeItAsks() {
    // Given
    model.script(request -> ScriptedReply.completion("8", "length", 11, 7));
    ModelRequest request = Requests.fresh();

    // When
    ModelReply first = gateway.call(request);
    ModelReply repeated = gateway.call(request);
    ModelReply others = gateway.call(Requests.by(request, "worker-2"));

    // Then
    assertThat(first).isEqualTo(repeated).isInstanceOf(ModelReply.Replied.class);
    assertThat(((ModelReply.Replied) first).call().paid()).isTrue();
    assertThat(others)
        .isEqualTo(
            new ModelReply.Replied("8", FinishReason.LENGTH, new ModelCall(false, 11, 7, 0)));
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldTellTheThoughtFromTheAnswerAlsoWhenTheLedgerKnowsBoth() {
    // Given
    model.script(request -> ScriptedReply.text("<think>Two and one.</think>\nAnswer: 3"));
    ModelRequest request = Requests.fresh();

    // Then
    for (ModelReply reply : List.of(gateway.call(request), gateway.call(request))) {
      assertThat(reply)
          .isInstanceOfSatisfying(
              ModelReply.Replied.class,
              replied -> {
                assertThat(replied.thought()).isEqualTo("Two and one.");
                assertThat(replied.text()).isEqualTo("Answer: 3");
              });
    }
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldShareOneCallAmongThoseThatAskAtTheSameTime() throws Exception {
    // Given
    model.script(request -> ScriptedReply.text("8").after(Duration.ofMillis(300)));
    ModelRequest request = Requests.fresh();

    // When
    List<ModelReply> replies =
        inParallel(8, index -> gateway.call(Requests.by(request, "worker-" + index)));

    // Then
    assertThat(model.requests()).hasSize(1);
    assertThat(replies)
        .filteredOn(reply -> reply instanceof ModelReply.Replied done && done.call().paid())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "503", "408", "409", "425"})
  void shouldTryAgainWhenTheFaultMayPass(int status) {
    // Given
    AtomicInteger asked = new AtomicInteger();
    model.script(
        request ->
            asked.incrementAndGet() < 3
                ? ScriptedReply.error(status, "later", "not now")
                : ScriptedReply.text("8"));

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(reply).isInstanceOf(ModelReply.Replied.class);
    assertThat(asked).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource({"400,REFUSED", "401,UNAUTHORIZED", "403,UNAUTHORIZED", "404,MODEL_NOT_FOUND"})
  void shouldNotTryAgainWhatCannotPass(int status, FailureKind kind) {
    // Given
    model.script(request -> ScriptedReply.error(status, "code", "the endpoint's words"));

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    ModelReply.Failed failed = (ModelReply.Failed) reply;
    assertThat(failed.failure().kind()).isEqualTo(kind);
    assertThat(failed.failure().message()).contains("the endpoint's words", model.baseUrl());
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldShowAFaultAmongTheProbesAndStayReady() {
    // Given
    model.script(request -> ScriptedReply.error(401, "code", "the endpoint's words"));

    // When
    gateway.call(Requests.fresh());

    // Then
    SmallRyeHealth ready = health.getReadiness();
    assertThat(ready.isDown()).isFalse();
    assertThat(ready.getPayload().toString())
        .contains("\"model endpoint\"", model.baseUrl(), "unauthorized, status 401")
        .doesNotContain("words", "scripted-key");
  }

  @Test
  void shouldTryForATimeHoweverManyAttemptsThatTakesAndForgetTheFailure() {
    // Given
    ModelRequest request = Requests.fresh();
    model.script(seen -> ScriptedReply.error(500, "broken", "broken"));

    // When
    ModelReply failed = gateway.call(request);
    int attempts = model.requests().size();
    model.script(seen -> ScriptedReply.text("8"));
    ModelReply later = gateway.call(request);

    // Then
    assertThat(failed)
        .isInstanceOfSatisfying(
            ModelReply.Failed.class,
            reply -> assertThat(reply.failure().kind()).isEqualTo(FailureKind.SERVER_ERROR));
    assertThat(attempts).isGreaterThan(5);
    assertThat(later).isInstanceOf(ModelReply.Replied.class);
  }

  @Test
  void shouldWaitAsLongAsRetryAfterSays() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    model.script(
        request ->
            asked.incrementAndGet() == 1
                ? ScriptedReply.error(429, "slow", "slow down").withHeader("Retry-After", "1")
                : ScriptedReply.text("8"));
    long start = System.nanoTime();

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(reply).isInstanceOf(ModelReply.Replied.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
  }

  @Test
  void shouldTakeALateReplyForATimeoutAndACutOneForUnreadable() {
    // Given
    model.script(request -> ScriptedReply.text("8").after(Duration.ofSeconds(5)));
    ModelReply late = gateway.call(Requests.fresh());
    model.script(request -> ScriptedReply.raw(200, "{\"id\":\"x\",\"choices\":[{\"mess"));

    // When
    ModelReply cut = gateway.call(Requests.fresh());

    // Then
    assertThat(((ModelReply.Failed) late).failure().kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(((ModelReply.Failed) cut).failure().kind()).isEqualTo(FailureKind.UNREADABLE);
  }

  private interface Call {
    ModelReply of(int index);
  }

  private static List<ModelReply> inParallel(int count, Call call) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<ModelReply>> calls =
          IntStream.range(0, count).<Callable<ModelReply>>mapToObj(i -> () -> call.of(i)).toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
