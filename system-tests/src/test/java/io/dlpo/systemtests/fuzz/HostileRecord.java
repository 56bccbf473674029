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
 * @param id which of them; travels in the header {@value #ID}
 * @param hostility what is wrong with it
 * @param record as it is sent
 */
public record HostileRecord(int id, Hostility hostility, ProducerRecord<String, byte[]> record) {

  /** Header with the id, by which a dead letter is known again. */
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

  /** Where it is sent. */
  public String topic() {
    return record.topic();
  }

  /** Null if it has none. */
  public byte @Nullable [] value() {
    return record.value();
  }

  static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
