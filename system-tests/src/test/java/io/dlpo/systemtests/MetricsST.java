package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.metrics.Scrape;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each service reports its pauses for garbage collection and the lag of its consumers, which alerts
 * and autoscalers use.
 */
@ExtendWith(SharedStack.class)
@Order(Integer.MAX_VALUE)
class MetricsST {

  private static final String LAG = "kafka_consumer_fetch_manager_records_lag";

  /** Metrics of a partition appear with the next refresh, one minute after the service's start. */
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private static final Map<String, Set<String>> TOPICS =
      Map.of(
          "forward-engine",
          topics(EventType.PROMPT_PROPOSED, EventType.EXAMPLE_REQUESTED),
          "evaluator",
          topics(EventType.PREDICTION_PRODUCED, EventType.RUN_COMMANDED),
          "backward-engine",
          topics(EventType.BATCH_SCORED),
          "optimizer",
          topics(EventType.BATCH_SCORED, EventType.GRADIENT_PRODUCED));

  private final Stack stack;

  MetricsST(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(strings = {"forward-engine", "evaluator", "backward-engine", "optimizer"})
  void shouldReportPausesAndTheLagOfEachConsumedTopic(String name) {
    // Given
    ServiceProcess service = stack.services(name).getFirst();
    URI metrics = URI.create(service.http() + "/q/metrics");

    // Then
    await()
        .atMost(TIMEOUT)
        .untilAsserted(
            () -> {
              Scrape scrape = Scrape.of(metrics);
              assertThat(scrape.values(LAG, "topic")).containsAll(TOPICS.get(name));
              assertThat(scrape.names()).contains("jvm_gc_pause_seconds_count");
            });
  }

  private static Set<String> topics(EventType... types) {
    return Stream.of(types).map(EventType::topic).collect(Collectors.toSet());
  }
}
