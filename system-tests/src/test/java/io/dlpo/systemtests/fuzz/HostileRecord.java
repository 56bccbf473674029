package io.dlpo.systemtests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A record that no service can process.
 *
 * @param id the number of the record, also in the header {@value #ID}
 * @param hostility the kind of problem
 * @param record the record to send
 */
public record HostileRecord(int id, Hostility hostility, ProducerRecord<String, byte[]> record) {

  /** The header with the id, which identifies the record's dead letter. */
  public static final String ID = "fuzz-id";

  static HostileRecord of(
      int id,
      String topic,
      Hostility hostility,
      @Nullable String key,
      byte @Nullable [] value,
      List<Header> headers) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, null, key, value, headers);
    record.headers().add(header(ID, Integer.toString(id)));
    return new HostileRecord(id, hostility, record);
  }

  /** The topic of the record. */
  public String topic() {
    return record.topic();
  }

  /** The value; null if it has none. */
  public byte @Nullable [] value() {
    return record.value();
  }

  static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
