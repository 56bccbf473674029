package io.dlpo.events.fault;

import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record for the dead-letter topic. A dead letter has more headers than its record. If it would
 * be too large, its value, its key and long headers are left out and a header gives the original
 * size; its position in the original topic is part of every dead letter. Otherwise such a record
 * could be neither processed nor set aside and would stop its channel.
 */
final class BoundedRecord<K, V> extends IncomingKafkaRecord<K, V> {

  /** Size of the omitted record in bytes. */
  static final String OMITTED = "dead-letter-omitted-bytes";

  /** Size of the headers that are always kept; the event type and the run are among them. */
  private static final int KEPT_HEADERS = 2000;

  private final Headers headers;

  private BoundedRecord(IncomingKafkaRecord<K, V> record, Headers headers) {
    super(record);
    this.headers = headers;
  }

  /**
   * The record itself if it fits, otherwise a reduced copy.
   *
   * @param maxBytes size limit of key, value and headers together
   */
  static <K, V> IncomingKafkaRecord<K, V> of(IncomingKafkaRecord<K, V> record, int maxBytes) {
    long size = size(record.getKey()) + size(record.getPayload());
    for (Header header : record.getHeaders()) {
      size += size(header);
    }
    return size <= maxBytes
        ? record
        : new BoundedRecord<>(record, reducedHeaders(record.getHeaders(), size));
  }

  private static Headers reducedHeaders(Headers headers, long size) {
    Headers kept =
        new RecordHeaders().add(OMITTED, Long.toString(size).getBytes(StandardCharsets.US_ASCII));
    int room = KEPT_HEADERS;
    for (Header header : headers) {
      if (size(header) <= room) {
        kept.add(header);
        room -= (int) size(header);
      }
    }
    return kept;
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
