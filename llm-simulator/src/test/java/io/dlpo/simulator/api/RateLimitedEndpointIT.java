package io.dlpo.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The endpoint with a rate limit. */
@QuarkusTest
@TestProfile(RateLimitedEndpointIT.Limited.class)
class RateLimitedEndpointIT {

  /** Two requests a second. */
  public static class Limited implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("dlpo.simulator.rate-limit", "2");
    }
  }

  @Test
  void shouldSayWhenToComeBack() {
    // When
    List<HttpResponse<String>> replies = Chat.atOnce(100);

    // Then
    assertThat(replies)
        .filteredOn(reply -> reply.statusCode() == 429)
        .isNotEmpty()
        .allSatisfy(
            reply -> {
              assertThat(reply.headers().firstValue("Retry-After")).contains("1");
              assertThat(reply.body()).contains("rate_limit_exceeded");
            });
    assertThat(replies).anyMatch(reply -> reply.statusCode() == 200);
  }
}
