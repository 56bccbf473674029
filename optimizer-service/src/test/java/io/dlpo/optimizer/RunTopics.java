package io.dlpo.optimizer;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.core.replay.LoggedEvent;
import io.dlpo.optimizer.runlog.LogReader;
import io.dlpo.testing.kafka.KafkaCluster;
import io.dlpo.testing.kafka.TestProducer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The topics that a run's events are in: the services' own, or copies.
 *
 * @param names from the name of a topic in the contracts to its name at the broker
 */
record RunTopics(UnaryOperator<String> names) {

  /** The services' own. */
  static final RunTopics ORIGINAL = new RunTopics(UnaryOperator.identity());

  /** What a host's clock says that writes an event at a time in milliseconds. */
  interface Clock {
    long at(Event event, long millis);
  }

  /** The contracts' names of all topics. */
  static String[] all() {
    return Arrays.stream(EventType.values()).map(EventType::topic).toArray(String[]::new);
  }

  /** New topics with some events, which were written a second apart. */
  static RunTopics copied(List<LoggedEvent> log, Clock clock) {
    String prefix = "copy-" + UUID.randomUUID() + ".";
    RunTopics copy = new RunTopics(topic -> prefix + topic);
    copy.create();
    try (TestProducer producer = TestProducer.shared()) {
      long now = System.currentTimeMillis() - 1_000L * log.size();
      for (LoggedEvent logged : log) {
        now += 1_000;
        producer.send(List.of(copy.record(logged, clock.at(logged.event(), now))));
      }
    }
    return copy;
  }

  /** The events of a run that are in them. */
  List<LoggedEvent> read(String runId, long maxBytes) {
    return new LogReader(kafka(), names, maxBytes).read(new RunId(runId));
  }

  private ProducerRecord<String, byte[]> record(LoggedEvent logged, long timestamp) {
    Event event = logged.event();
    ProducerRecord<String, byte[]> written =
        new ProducerRecord<>(
            names.apply(EventType.of(event).topic()),
            null,
            timestamp,
            event.partitionKey(),
            EventJson.write(event));
    Map<String, String> headers = TestProducer.headers(event);
    if (logged.change() != null) {
      logged.change().extensions().forEach((name, value) -> headers.put("ce_" + name, value));
    }
    headers.forEach(
        (name, value) -> written.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return written;
  }

  private void create() {
    try (Admin admin = Admin.create(kafka())) {
      admin
          .createTopics(
              Arrays.stream(all())
                  .map(topic -> new NewTopic(names.apply(topic), 2, (short) 1))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new AssertionError("no topics for a copy", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", KafkaCluster.shared().bootstrapServers());
  }
}
