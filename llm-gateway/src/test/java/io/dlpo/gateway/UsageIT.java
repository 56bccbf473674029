package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls cost: also without a count of the endpoint, and in vain. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class UsageIT {

  /** 12 for the form, 3 bytes of the system message and 36 of the user message at 3 a token. */
  private static final long ESTIMATED_INPUT = 12 + 39 / 3;

  /** "Answer: 3" has 9 bytes. */
  private static final long ESTIMATED_OUTPUT = 3;

  @Inject ModelGateway gateway;
  ScriptedModel model;

  @BeforeEach
  void reset() {
    model.reset();
  }

  @ParameterizedTest
  @CsvSource({"usage-missing", "usage-zero", "usage-null", "usage-of-another-type"})
  void shouldEstimateTokensThatTheEndpointDoesNotCount(String wire) {
    // Given
    model.script(WireCases.script(wire));
    ModelRequest request = request();

    // When
    ModelReply.Replied paid = (ModelReply.Replied) gateway.call(request);
    ModelReply.Replied cached = (ModelReply.Replied) gateway.call(Requests.by(request, "worker-2"));

    // Then
    assertThat(paid.call().inputTokens()).isEqualTo(ESTIMATED_INPUT);
    assertThat(paid.call().outputTokens()).isEqualTo(ESTIMATED_OUTPUT);
    assertThat(paid.call().estimated()).isTrue();
    assertThat(paid.notes())
        .containsExactly("Model gpt-x does not report its tokens; they are estimated.");
    assertThat(cached.call())
        .isEqualTo(new ModelCall(false, ESTIMATED_INPUT, ESTIMATED_OUTPUT, 0, true));
    assertThat(cached.notes()).isEqualTo(paid.notes());
  }

  @Test
  void shouldKeepTheCountThatIsThere() {
    // Given
    model.script(WireCases.script("usage-without-output"));

    // When
    ModelCall call = ((ModelReply.Replied) gateway.call(request())).call();

    // Then
    assertThat(call.inputTokens()).isEqualTo(20);
    assertThat(call.outputTokens()).isEqualTo(ESTIMATED_OUTPUT);
    assertThat(call.estimated()).isTrue();
  }

  @Test
  void shouldNotEstimateWhatTheEndpointCounts() {
    // Given
    model.script(seen -> ScriptedReply.completion("8", "stop", 11, 7));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(request());

    // Then
    assertThat(replied.call().estimated()).isNull();
    assertThat(replied.notes()).isEmpty();
  }

  @Test
  void shouldAddTheTokensOfUselessAttemptsToThoseOfTheReply() {
    // Given an empty reply, one that ends with an error, and an error object; all of them counted
    AtomicInteger asked = new AtomicInteger();
    model.script(
        seen ->
            switch (asked.incrementAndGet()) {
              case 1 -> ScriptedReply.completion("", "stop", 10, 1);
              case 2 ->
                  ScriptedReply.raw(
                      200,
                      "{\"error\":{\"code\":503,\"message\":\"busy\"},\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":4}}");
              case 3 -> ScriptedReply.error(503, "busy", "not counted");
              default -> ScriptedReply.completion("8", "stop", 10, 7);
            });
    ModelRequest request = request();

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(request);
    ModelReply.Replied cached = (ModelReply.Replied) gateway.call(Requests.by(request, "worker-2"));

    // Then
    assertThat(replied.call().inputTokens()).isEqualTo(30);
    assertThat(replied.call().outputTokens()).isEqualTo(12);
    assertThat(cached.call()).isEqualTo(new ModelCall(false, 30, 12, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "stop,3,UNREADABLE", // an empty reply, in each of three attempts
    "content_filter,1,UNREADABLE"
  })
  void shouldTellWhatAFailedCallHasCost(String finish, int attempts, FailureKind kind) {
    // Given
    model.script(seen -> ScriptedReply.completion("", finish, 10, 2));

    // When
    ModelReply.Failed failed = (ModelReply.Failed) gateway.call(request());

    // Then
    assertThat(failed.failure().kind()).isEqualTo(kind);
    assertThat(failed.call()).isEqualTo(new ModelCall(true, 10L * attempts, 2L * attempts, 0));
  }

  @Test
  void shouldTellNothingOfAFailedCallThatWasNotPaid() {
    // Given
    model.script(seen -> ScriptedReply.error(401, "key", "wrong key"));

    // When, then
    assertThat(((ModelReply.Failed) gateway.call(request())).call()).isEqualTo(ModelCall.NONE);
  }

  private static ModelRequest request() {
    return new ModelRequest(
        Engine.greedy("gpt-x"),
        "Go!",
        UUID.randomUUID().toString(),
        "scope-1",
        0,
        "worker-1",
        new EvaluationId("awaited"),
        CallPurpose.BATCH);
  }
}
