package io.dlpo.testing.kafka;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.topic.TopicDefinition;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends an invalid record to a service on the shared broker and expects exactly one dead letter
 * with its reason, location and bytes.
 */
public final class DeadLetterCheck {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private DeadLetterCheck() {}

  /**
   * Waits for the service to write the dead letter.
   *
   * @param service the service that must reject the record
   * @param event the valid event that the record is made from
   * @throws AssertionError if no dead letter arrives or it differs from the expected one
   */
  public static void expectOne(String service, Event event, BadRecord bad) {
    String topic = EventType.of(event).topic();
    ProducerRecord<String, byte[]> record = bad.of(event, "bad-" + UUID.randomUUID());
    // Identifies the letter by its location: the letter of an oversized record has no key.
    try (EventTap source = EventTap.on(topic);
        EventTap tap = EventTap.on(TopicDefinition.deadLetterName(topic, service));
        TestProducer producer = TestProducer.shared()) {
      producer.send(List.of(record));
      TappedRecord sent =
          source
              .awaitRecords(tapped -> Objects.equals(tapped.key(), record.key()), 1, TIMEOUT)
              .getFirst();
      TappedRecord letter = tap.awaitRecords(tapped -> isOf(tapped, sent), 1, TIMEOUT).getFirst();
      check(letter, sent, bad, bad.reason(event));
      int count = tap.records(tapped -> isOf(tapped, sent)).size();
      if (count != 1) {
        throw new AssertionError(count + " dead letters for one record: " + bad);
      }
    }
  }

  private static boolean isOf(TappedRecord letter, TappedRecord sent) {
    return Objects.equals(
            letter.header("dead-letter-offset"), Long.toString(sent.consumed().offset()))
        && Objects.equals(
            letter.header("dead-letter-partition"), Integer.toString(sent.consumed().partition()));
  }

  private static void check(TappedRecord letter, TappedRecord sent, BadRecord bad, String wanted) {
    String reason = String.valueOf(letter.header("dead-letter-reason"));
    if (!reason.contains(wanted)) {
      throw new AssertionError(
          "the reason of " + bad + " is '" + reason + "'; expected is '" + wanted + "'");
    }
    byte @Nullable [] value = bad.isKept() ? sent.value() : null;
    if (!Arrays.equals(letter.value(), value)) {
      throw new AssertionError("the dead letter of " + bad + " has another value: " + letter);
    }
    if (bad.isKept() && !Objects.equals(letter.key(), sent.key())) {
      throw new AssertionError("the dead letter of " + bad + " has another key: " + letter.key());
    }
    sent.headers()
        .forEach(
            (name, text) -> {
              if (!text.equals(letter.header(name))) {
                throw new AssertionError("the dead letter of " + bad + " lacks header " + name);
              }
            });
  }
}
