package io.dlpo.events.fault;

import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record as it goes to the dead letters. One that would not fit there, since a dead letter has
 * more headers than its record, goes without its value, its key and long headers, and a header
 * tells how large it was; where it lies in its own topic is told by the dead letter. Otherwise it
 * could neither be processed nor be put aside, and would stop its channel for good.
 */
final class BoundedRecord<K, V> extends IncomingKafkaRecord<K, V> {

  /** How large the record was that is left out, in bytes. */
  static final String OMITTED = "dead-letter-omitted-bytes";

  /** Bytes of headers that go along in any case, with the type and the run among them. */
  private static final int KEPT_HEADERS = 2000;

  private final Headers headers;

  private BoundedRecord(IncomingKafkaRecord<K, V> record, Headers headers) {
    super(record);
    this.headers = headers;
  }

  /**
   * The same record if it fits, else what is told of it.
   *
   * @param most bytes of key, value and headers that may be kept
   */
  static <K, V> IncomingKafkaRecord<K, V> of(IncomingKafkaRecord<K, V> record, int most) {
    long size = size(record.getKey()) + size(record.getPayload());
    for (Header header : record.getHeaders()) {
      size += size(header);
    }
    return size <= most ? record : new BoundedRecord<>(record, told(record.getHeaders(), size));
  }

  private static Headers told(Headers headers, long size) {
    Headers told =
        new RecordHeaders().add(OMITTED, Long.toString(size).getBytes(StandardCharsets.US_ASCII));
    int room = KEPT_HEADERS;
    for (Header header : headers) {
      if (size(header) <= room) {
        told.add(header);
        room -= (int) size(header);
      }
    }
    return told;
  }

  private static long size(Header header) {
    return header.key().length() + size(header.value());
  }

  private static long size(@Nullable Object part) {
    return switch (part) {
      case null -> 0;
      case byte[] bytes -> bytes.length;
      case String text -> text.getBytes(StandardCharsets.UTF_8).length;
      default -> Objects.toString(part).length();
    };
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable K getKey() {
    return null;
  }

  @Override
  public @Nullable V getPayload() {
    return null;
  }

  @Override
  public Headers getHeaders() {
    return headers;
  }
}
