package io.dlpo.evaluator.handler;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.Metric;

/**
 * Whether the consumers of predictions have contact with their group. A consumer keeps sending
 * heartbeats to an unresponsive broker until its session expires, so a loss of contact shows after
 * about 20 seconds. Thread-safe; does not block.
 */
@ApplicationScoped
class GroupHeartbeat {

  private static final String CHANNEL = "predictions";
  private static final String METRIC = "last-heartbeat-seconds-ago";

  /** By then two further heartbeats should have succeeded. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final KafkaClientService clients;

  GroupHeartbeat(KafkaClientService clients) {
    this.clients = clients;
  }

  /** Whether all consumers have recent heartbeats; false before the first one. */
  boolean isAlive() {
    List<KafkaConsumer<Object, Object>> consumers = clients.getConsumers(CHANNEL);
    return !consumers.isEmpty() && consumers.stream().allMatch(GroupHeartbeat::isAlive);
  }

  private static boolean isAlive(KafkaConsumer<?, ?> consumer) {
    return consumer.unwrap().metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals(METRIC))
        .map(metric -> secondsAgo(metric.getValue()))
        .allMatch(seconds -> seconds >= 0 && seconds <= SILENCE.toSeconds());
  }

  private static double secondsAgo(Metric metric) {
    return metric.metricValue() instanceof Number seconds ? seconds.doubleValue() : -1;
  }
}
