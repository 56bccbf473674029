package io.dlpo.simulator.api;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The endpoint with latency, time-outs and truncated replies. A hundred requests wait at the same
 * time although the pool has ten threads, which shows that waiting blocks no thread. The latency is
 * long enough for all of them to be sent.
 */
@QuarkusTest
@TestProfile(SlowEndpointIT.Slow.class)
class SlowEndpointIT {

  private static final int REQUESTS = 200;
  private static final int THREADS = 10;

  /** Latency with a tail. */
  public static class Slow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.thread-pool.max-threads", String.valueOf(THREADS),
          "dlpo.simulator.latency", "3s",
          "dlpo.simulator.timeout-rate", "0.2",
          "dlpo.simulator.timeout", "4s",
          "dlpo.simulator.malformed-rate", "0.2");
    }
  }

  @Test
  void shouldLetManyRequestsWaitAtOnceAndCutSomeReplies() {
    // When
    Instant start = Instant.now();
    List<HttpResponse<String>> replies = Chat.atOnce(REQUESTS);
    Duration took = Duration.between(start, Instant.now());

    // Then
    assertThat(took).isBetween(Duration.ofSeconds(3), Duration.ofMinutes(1));
    assertThat(replies).filteredOn(reply -> reply.statusCode() == 504).hasSizeBetween(20, 60);
    assertThat(replies)
        .filteredOn(reply -> reply.statusCode() == 200 && !isJson(reply.body()))
        .hasSizeBetween(20, 60);
    when()
        .get("/simulator/statistics")
        .then()
        .statusCode(200)
        .body("maxConcurrent", greaterThan(REQUESTS / 2))
        .body("byStatus.504", greaterThan(19))
        .body("byModel.sim-student", greaterThan(REQUESTS - 1));
  }

  private static boolean isJson(String text) {
    try {
      new ObjectMapper().readTree(text);
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
