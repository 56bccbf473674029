package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.PrometheusServer;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus with the project's configuration scrapes the local stack. */
@ExtendWith(SharedStack.class)
class PrometheusST {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @Test
  void shouldScrapeAllServicesAndLoadAllAlerts(Stack stack, @TempDir Path folder) {
    // Given
    try (PrometheusServer prometheus = PrometheusServer.start(folder, stack.services())) {

      // Then
      await()
          .atMost(TIMEOUT)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(prometheus.get("targets?state=active").findValuesAsText("health"))
                      .hasSameSizeAs(stack.services())
                      .containsOnly("up"));
      assertThat(prometheus.query("up").findValuesAsText("job"))
          .containsExactlyInAnyOrderElementsOf(
              stack.services().stream().map(ServiceProcess::name).toList());
      JsonNode rules = prometheus.get("rules?type=alert");
      assertThat(rules.findValuesAsText("name"))
          .contains("DlpoServiceMissing", "DlpoChannelStopped");
      assertThat(rules.findValuesAsText("lastError")).allMatch(String::isEmpty);
    }
  }
}
