package io.dlpo.events;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Drops duplicate metrics of Kafka consumers: for compatibility with versions before 4.1, Kafka
 * also reports each topic with a dot in its name with underscores instead. A sum over all topics
 * would count twice.
 */
final class KafkaMetricsFilter {

  private KafkaMetricsFilter() {}

  @Produces
  @Singleton
  static MeterFilter dropLegacyTopicNames() {
    return new MeterFilter() {
      @Override
      public MeterFilterReply accept(Meter.Id id) {
        return isLegacy(id) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
      }
    };
  }

  private static boolean isLegacy(Meter.Id id) {
    @Nullable String topic = id.getTag("topic");
    return topic != null
        && id.getName().startsWith("kafka.consumer")
        && topic.indexOf('.') < 0
        && topic.indexOf('_') >= 0;
  }
}
