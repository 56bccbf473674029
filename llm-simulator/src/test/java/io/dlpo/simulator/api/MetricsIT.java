package io.dlpo.simulator.api;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The metrics that a Prometheus server scrapes from the simulator. */
@QuarkusTest
class MetricsIT {

  @Test
  void shouldShowTheProcess() {
    when()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("jvm_memory_used_bytes"))
        .body(containsString("process_cpu_usage"));
  }
}
