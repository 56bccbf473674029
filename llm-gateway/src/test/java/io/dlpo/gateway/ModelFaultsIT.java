package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of an endpoint other than its status codes, over a real connection. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class ModelFaultsIT {

  @Inject ModelGateway gateway;
  ScriptedModel model;

  @BeforeEach
  void reset() {
    model.reset();
  }

  @Test
  void shouldTryAgainWhenTheConnectionEndsWithoutAReply() {
    // Given
    AtomicInteger asked = new AtomicInteger();
    model.script(
        request -> asked.incrementAndGet() == 1 ? ScriptedReply.hangUp() : ScriptedReply.text("8"));

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(reply).isInstanceOf(ModelReply.Replied.class);
    assertThat(asked).hasValue(2);
  }

  @Test
  void shouldGiveUpSoonWhenEveryConnectionEnds() {
    // Given
    ModelRequest request = Requests.fresh();
    model.script(seen -> ScriptedReply.hangUp());

    // When
    ModelReply reply = gateway.call(request);

    // Then
    assertThat(failure(reply)).isEqualTo(FailureKind.UNREACHABLE);
    // Requests of an earlier test may be recorded late.
    assertThat(model.requests())
        .filteredOn(seen -> seen.user().equals(request.messages().getLast().content()))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"words\"",
        "{\"choices\":[]}",
        "{\"choices\":null}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"message\":null}]}",
        "{\"choices\":{\"message\":\"8\"}}",
        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"8\"}}"
      })
  void shouldTakeABodyOfTheWrongShapeForUnreadableAndNeverForAnAnswer(String body) {
    // Given
    model.script(request -> ScriptedReply.raw(200, body));

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(failure(reply)).isEqualTo(FailureKind.UNREADABLE);
    assertThat(model.requests()).as("a few attempts").hasSize(3);
  }

  @Test
  void shouldEndAReplyThatComesByteByByte() {
    // Given a completion of some 250 bytes, so 50 s
    model.script(request -> ScriptedReply.text("8").trickling(Duration.ofMillis(200)));
    long start = System.nanoTime();

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(failure(reply)).isEqualTo(FailureKind.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void shouldReadAReplyThatIsSlowButInTime() {
    // Given a completion of some 250 bytes: an eighth of a second, of two
    model.script(request -> ScriptedReply.text("8").trickling(Duration.ofNanos(500_000)));

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(reply)
        .isInstanceOfSatisfying(
            ModelReply.Replied.class, replied -> assertThat(replied.text()).isEqualTo("8"));
  }

  @ParameterizedTest
  @CsvSource({"stop,STOP", "length,LENGTH", "tool_calls,OTHER"})
  void shouldTellWhyTheReplyEnded(String told, FinishReason finish) {
    // Given
    model.script(request -> ScriptedReply.completion("The answer is", told, 9, 4));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(Requests.fresh());

    // Then
    assertThat(replied.finish()).isEqualTo(finish);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"<think>hm</think>\""})
  void shouldAskAgainForAReplyWithoutAnAnswer(String content) {
    // Given
    String body = ScriptedReply.text("@").body().replace("\"@\"", content);
    AtomicInteger asked = new AtomicInteger();
    model.script(
        request ->
            asked.incrementAndGet() == 1
                ? ScriptedReply.raw(200, body)
                : ScriptedReply.text("Answer: 3"));

    // When
    ModelReply.Replied replied = (ModelReply.Replied) gateway.call(Requests.fresh());

    // Then
    assertThat(replied.text()).isEqualTo("Answer: 3");
    assertThat(asked).hasValue(2);
  }

  @Test
  void shouldNotRememberAReplyWithoutAnAnswer() {
    // Given
    ModelRequest request = Requests.fresh();
    model.script(seen -> ScriptedReply.text(""));

    // When
    ModelReply failed = gateway.call(request);
    model.script(seen -> ScriptedReply.text("Answer: 3"));
    ModelReply again = gateway.call(request);

    // Then
    assertThat(failed)
        .isInstanceOfSatisfying(
            ModelReply.Failed.class,
            reply -> assertThat(reply.failure().message()).endsWith(" sent an empty reply"));
    assertThat(((ModelReply.Replied) again).text()).isEqualTo("Answer: 3");
  }

  @Test
  void shouldSetTheThoughtApart() {
    // Given
    ModelRequest request = Requests.fresh();
    String body =
        ScriptedReply.text("@")
            .body()
            .replace("\"@\"", "\"Answer: 3\",\"reasoning_content\":\"Answer: 9\"");
    model.script(seen -> ScriptedReply.raw(200, body));

    // When
    ModelReply paid = gateway.call(request);
    ModelReply cached = gateway.call(request);

    // Then
    assertThat(((ModelReply.Replied) paid).text()).isEqualTo("Answer: 3");
    assertThat(((ModelReply.Replied) cached).text()).isEqualTo("Answer: 3");
    assertThat(model.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "<html><head><title>Please sign in</title></head></html>|UNREADABLE|Please sign in",
        "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I must not.\"}}]}|REFUSED|I must not.",
        "{\"error\":{\"message\":\"no such model here\",\"code\":404}}|MODEL_NOT_FOUND|no such model here"
      })
  void shouldAskOnceWhereAskingAgainDoesNotHelp(String body, FailureKind kind, String words) {
    // Given
    model.script(request -> ScriptedReply.raw(200, body));

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(failure(reply)).isEqualTo(kind);
    assertThat(((ModelReply.Failed) reply).failure().message()).contains(words);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void shouldWaitUntilTheDateOfRetryAfterWithoutCountingItAsAWrongReply() {
    // Given a date of two to three seconds ahead; dates have no fractions
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
    AtomicInteger asked = new AtomicInteger();
    model.script(
        request ->
            asked.incrementAndGet() == 1
                ? ScriptedReply.error(503, "busy", "busy").withHeader("Retry-After", date)
                : ScriptedReply.text("8"));
    long start = System.nanoTime();

    // When
    ModelReply reply = gateway.call(Requests.fresh());

    // Then
    assertThat(reply).isInstanceOf(ModelReply.Replied.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(800));
  }

  @Test
  void shouldPauseAtOnceWhenTheEndpointAsksForMoreThanACallIsTried() {
    // Given
    model.script(
        request ->
            ScriptedReply.error(429, "quota", "no more today").withHeader("Retry-After", "4"));
    long start = System.nanoTime();

    // When
    ModelReply reply = gateway.call(Requests.of("another model"));

    // Then
    assertThat(failure(reply)).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(model.requests()).hasSize(1);

    // When asked again: it waits for the three seconds of a call, then for the rest
    model.script(request -> ScriptedReply.text("8"));
    ModelReply next = gateway.call(Requests.fresh());
    ModelReply afterwards = gateway.call(Requests.fresh());

    // Then
    assertThat(List.of(next, afterwards)).allMatch(ModelReply.Replied.class::isInstance);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(3900));
  }

  private static FailureKind failure(ModelReply reply) {
    assertThat(reply).isInstanceOf(ModelReply.Failed.class);
    return ((ModelReply.Failed) reply).failure().kind();
  }
}
