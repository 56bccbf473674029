package io.dlpo.testing.kafka;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records to Kafka and waits for the broker's acknowledgement. Thread-safe. */
public final class TestProducer implements AutoCloseable {

  private static final String SERVICE = "test";

  private final KafkaProducer<String, byte[]> producer;

  private TestProducer(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Creates a producer for the shared broker. */
  public static TestProducer shared() {
    return to(KafkaCluster.shared().bootstrapServers());
  }

  /** Creates a producer for any broker. */
  public static TestProducer to(String bootstrapServers) {
    return new TestProducer(
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new ByteArraySerializer()));
  }

  /** Publishes events as a service does, with topic, key, value and CloudEvents headers. */
  public void send(Event... events) {
    await(List.of(events).stream().map(event -> producer.send(toRecord(event))).toList());
  }

  /** Publishes an event to another topic, with a timestamp in milliseconds. */
  public void send(String topic, long timestamp, Event event) {
    await(List.of(producer.send(toRecord(topic, timestamp, event))));
  }

  /** Writes a record unchanged, even if it is malformed. */
  public void send(
      String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> produced = new ProducerRecord<>(topic, key, value);
    headers.forEach((name, text) -> produced.headers().add(name, bytes(text)));
    await(List.of(producer.send(produced)));
  }

  /** Writes records unchanged, and waits once for all acknowledgements. */
  public void send(List<ProducerRecord<String, byte[]>> records) {
    await(records.stream().map(producer::send).toList());
  }

  /** Returns the CloudEvents headers of an event, with the test as the source. */
  public static Map<String, String> headers(Event event) {
    CloudEventAttributes attributes = CloudEventAttributes.of(event, SERVICE);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", CloudEventAttributes.SPEC_VERSION);
    headers.put("ce_id", attributes.id());
    headers.put("ce_type", attributes.type());
    headers.put("ce_source", attributes.source());
    headers.put("ce_subject", attributes.subject());
    headers.put("ce_dataschema", attributes.dataSchema());
    headers.put("content-type", CloudEventAttributes.CONTENT_TYPE);
    return headers;
  }

  private static ProducerRecord<String, byte[]> toRecord(Event event) {
    return toRecord(EventType.of(event).topic(), null, event);
  }

  private static ProducerRecord<String, byte[]> toRecord(
      String topic, @Nullable Long timestamp, Event event) {
    ProducerRecord<String, byte[]> produced =
        new ProducerRecord<>(topic, null, timestamp, event.partitionKey(), EventJson.write(event));
    headers(event).forEach((name, text) -> produced.headers().add(name, bytes(text)));
    return produced;
  }

  private static void await(List<Future<RecordMetadata>> sent) {
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while sending", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("the broker did not take a record", e);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
