package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.endpoint.EndpointAccess;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultMapperTest {

  private static final String KEY = "sk-a-secret-key";

  private final FaultMapper mapper =
      new FaultMapper(new EndpointAccess(null, "http://models.test/v1", KEY), Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "400,REFUSED,false",
    "401,UNAUTHORIZED,false",
    "402,RATE_LIMITED,false",
    "403,UNAUTHORIZED,false",
    "404,MODEL_NOT_FOUND,false",
    "408,TIMEOUT,true",
    "409,SERVER_ERROR,true",
    "422,REFUSED,false",
    "425,SERVER_ERROR,true",
    "429,RATE_LIMITED,true",
    "500,SERVER_ERROR,true",
    "503,SERVER_ERROR,true"
  })
  void shouldTellByTheStatusWhatItIsAndWhetherToTryAgain(
      int status, FailureKind kind, boolean retriable) {
    // When
    EndpointFault fault =
        mapper.map("gpt-x", new RateLimitException(new HttpException(status, "no")));

    // Then
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.status()).hasValue(status);
    assertThat(fault.retriable()).isEqualTo(retriable);
    assertThat(fault.failure().message()).contains(status + " from http://models.test/v1: no");
  }

  @Test
  void shouldQuoteTheEndpointsOwnWordsButNeverTheKey() {
    // Given
    String body =
        "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\",\"code\":\"x\"}}";

    // When
    EndpointFault fault = mapper.map("gpt-x", new HttpException(401, body));

    // Then
    assertThat(fault.failure().message())
        .isEqualTo(
            "401 from http://models.test/v1: Incorrect API key provided: ***"
                + " (wrong or missing OPENAI_API_KEY?)");
  }

  @Test
  void shouldTellATimeoutFromADeadEndpoint() {
    // When
    EndpointFault late = mapper.map("gpt-x", new RuntimeException(new TimeoutException("2000 ms")));
    EndpointFault dead = mapper.map("gpt-x", new RuntimeException(new ConnectException("no")));

    // Then
    assertThat(late.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(dead.kind()).isEqualTo(FailureKind.UNREACHABLE);
    assertThat(late.retriable() && dead.retriable()).isTrue();
    assertThat(dead.failure().message()).contains("http://models.test/v1");
  }

  @Test
  void shouldCallAReplyThatIsNoCompletionUnreadable() throws Exception {
    // Given
    Exception cut = null;
    try {
      new ObjectMapper().readTree("{\"choices\":[");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      cut = e;
    }

    // When
    EndpointFault fault = mapper.map("gpt-x", new RuntimeException(cut));

    // Then
    assertThat(fault.kind()).isEqualTo(FailureKind.UNREADABLE);
  }

  @Test
  void shouldNotWaitForAQuotaThatIsUsedUp() {
    // Given
    String body =
        "{\"error\":{\"message\":\"You exceeded your quota.\",\"code\":\"insufficient_quota\"}}";

    // When
    EndpointFault fault = mapper.map("gpt-x", new HttpException(429, body));

    // Then
    assertThat(fault.kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(fault.retriable()).isFalse();
    assertThat(fault.failure().message()).endsWith("You exceeded your quota.");
  }

  @Test
  void shouldNameTheKeyOfANamedEndpoint() {
    // Given
    FaultMapper named =
        new FaultMapper(
            new EndpointAccess("local", "http://models.test/v1", KEY), Optional.empty());

    // When, then
    assertThat(named.map("gpt-x", new HttpException(401, "no")).failure().message())
        .endsWith("(wrong or missing DLPO_ENDPOINTS_LOCAL_KEY?)");
  }

  @Test
  void shouldKeepWhatTheResponseSaysBesidesItsStatus() {
    // Given
    String body = "{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}";

    // When
    EndpointFault fault =
        mapper.map("gpt-x", new DeferredException(503, body, Duration.ofSeconds(3)));

    // Then
    assertThat(fault.response())
        .isEqualTo(new FaultResponse(body, new Tokens(5, 2), Duration.ofSeconds(3)));
    assertThat(fault.status()).hasValue(503);
  }

  @Test
  void shouldTellARefusalOfTheProxyFromOneOfTheEndpoint() {
    // When
    EndpointFault fault = mapper.map("gpt-x", new HttpException(407, "<html>Who are you?</html>"));

    // Then
    assertThat(fault.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(fault.retriable()).isFalse();
    assertThat(fault.failure().message())
        .endsWith("the proxy refuses access (wrong or missing user and password in HTTP_PROXY?)");
  }

  @Test
  void shouldNameNoJavaClass() {
    assertThat(mapper.map("gpt-x", new IllegalStateException("x")).failure().message())
        .isEqualTo(
            "model gpt-x at http://models.test/v1 sent a reply that is not a chat completion");
  }
}
