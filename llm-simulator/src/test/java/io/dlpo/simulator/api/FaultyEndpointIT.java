package io.dlpo.simulator.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The endpoint with injected faults. */
@QuarkusTest
@TestProfile(FaultyEndpointIT.Faulty.class)
class FaultyEndpointIT {

  /** Half of the requests fail. */
  public static class Faulty implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "dlpo.simulator.error-rate", "0.3",
          "dlpo.simulator.malformed-rate", "0.2",
          "dlpo.simulator.latency", "5ms",
          "dlpo.simulator.tail-rate", "0.1",
          "dlpo.simulator.api-key", "open-sesame");
    }
  }

  @Test
  void shouldAskForItsKey() {
    assertThat(post("{}", "wrong").statusCode()).isEqualTo(401);
    assertThat(post("{}", "wrong").path("error.code").toString()).isEqualTo("invalid_api_key");
    assertThat(given().get("/v1/models").statusCode()).isEqualTo(401);
    assertThat(given().get("/v1/models/sim-student").statusCode()).isEqualTo(401);
    assertThat(given().header("Authorization", "Bearer open-sesame").get("/v1/models").statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldFailAsOftenAsItIsSetToAndLetARepeatedRequestThrough() {
    // When
    List<Integer> statuses =
        IntStream.range(0, 200)
            .mapToObj(n -> post(request(n), "open-sesame").statusCode())
            .toList();
    List<Integer> repeated =
        IntStream.range(0, 8).mapToObj(n -> post(request(0), "open-sesame").statusCode()).toList();

    // Then
    assertThat(statuses.stream().filter(status -> status == 500).count()).isBetween(35L, 85L);
    assertThat(repeated).contains(200);
  }

  private static String request(int n) {
    return "{\"model\":\"sim-student\",\"messages\":[{\"role\":\"user\",\"content\":\"%d?\"}]}"
        .formatted(n);
  }

  private static Response post(String body, String key) {
    return given()
        .contentType("application/json")
        .header("Authorization", "Bearer " + key)
        .body(body)
        .post("/v1/chat/completions");
  }
}
