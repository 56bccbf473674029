package io.dlpo.optimizer.deadletter;

import io.dlpo.contracts.topic.TopicList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Dead letters for tests, as the connector writes them. */
final class Letters {

  static final List<DeadLetterTopic> TOPICS = DeadLetterTopic.of(TopicList.load());
  static final DeadLetterTopic SCORES =
      DeadLetterTopic.named("dlpo.batch.scored.v1.optimizer.dlq", TOPICS);

  private Letters() {}

  /** A letter of the optimizer's with the headers of a reason and then those given. */
  static StoredLetter letter(byte[] value, Headers original) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("dead-letter-exception-class-name", bytes("io.dlpo.SomeException"));
    headers.add("dead-letter-reason", bytes("the value is broken"));
    headers.add("dead-letter-topic", bytes("dlpo.batch.scored.v1"));
    headers.add("dead-letter-partition", bytes("4"));
    headers.add("dead-letter-offset", bytes("77"));
    original.forEach(headers::add);
    return StoredLetter.of(
        SCORES,
        new ConsumerRecord<>(
            SCORES.name(),
            0,
            12,
            1_700_000_000_000L,
            TimestampType.CREATE_TIME,
            3,
            value == null ? -1 : value.length,
            bytes("key"),
            value,
            headers,
            Optional.empty()));
  }

  static Headers headers(String... namesAndValues) {
    RecordHeaders headers = new RecordHeaders();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], bytes(namesAndValues[i + 1]));
    }
    return headers;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
