package io.dlpo.events;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what Kafka's consumers say twice: each figure of a topic with dots in its name is
 * there a second time, with underscores in their place, for those who knew it so before Kafka 4.1.
 * A sum over all topics would be double.
 */
final class KafkaMeters {

  private KafkaMeters() {}

  @Produces
  @Singleton
  static MeterFilter withoutTheOldNames() {
    return new MeterFilter() {
      @Override
      public MeterFilterReply accept(Meter.Id id) {
        return isOld(id) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
      }
    };
  }

  private static boolean isOld(Meter.Id id) {
    @Nullable String topic = id.getTag("topic");
    return topic != null
        && id.getName().startsWith("kafka.consumer")
        && topic.indexOf('.') < 0
        && topic.indexOf('_') >= 0;
  }
}
