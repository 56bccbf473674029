package io.dlpo.evaluator.handler;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.Metric;

/**
 * Whether the consumers of predictions are in touch with their group. A consumer sends heartbeats
 * for as long as its session at a broker that does not answer, and then no more, so an absence
 * shows after some 20 seconds. Thread-safe; does not block.
 */
@ApplicationScoped
class GroupHeartbeat {

  private static final String CHANNEL = "predictions";
  private static final String METRIC = "last-heartbeat-seconds-ago";

  /** The third heartbeat after the last one is late. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final KafkaClientService clients;

  GroupHeartbeat(KafkaClientService clients) {
    this.clients = clients;
  }

  /** False also before the first heartbeat. */
  boolean isThere() {
    List<KafkaConsumer<Object, Object>> consumers = clients.getConsumers(CHANNEL);
    return !consumers.isEmpty() && consumers.stream().allMatch(GroupHeartbeat::isThere);
  }

  private static boolean isThere(KafkaConsumer<?, ?> consumer) {
    return consumer.unwrap().metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals(METRIC))
        .map(metric -> secondsAgo(metric.getValue()))
        .allMatch(seconds -> seconds >= 0 && seconds <= SILENCE.toSeconds());
  }

  private static double secondsAgo(Metric metric) {
    return metric.metricValue() instanceof Number seconds ? seconds.doubleValue() : -1;
  }
}
