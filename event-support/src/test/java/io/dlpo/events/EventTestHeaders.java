package io.dlpo.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Headers of records in tests of other packages. */
public final class EventTestHeaders {

  private EventTestHeaders() {}

  /** The text of a header; null if it is missing. */
  public static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
    return EventHeaders.text(record.headers(), name);
  }
}
