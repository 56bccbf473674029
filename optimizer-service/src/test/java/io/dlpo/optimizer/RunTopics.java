package io.dlpo.optimizer;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.id.RunId;
import io.dlpo.optimizer.runlog.LogReader;
import io.dlpo.testing.kafka.KafkaCluster;
import io.dlpo.testing.kafka.TestProducer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

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
  static RunTopics copied(List<Event> log, Clock clock) {
    String prefix = "copy-" + UUID.randomUUID() + ".";
    RunTopics copy = new RunTopics(topic -> prefix + topic);
    copy.create();
    try (TestProducer producer = TestProducer.shared()) {
      long now = System.currentTimeMillis() - 1_000L * log.size();
      for (Event event : log) {
        now += 1_000;
        producer.send(copy.names().apply(EventType.of(event).topic()), clock.at(event, now), event);
      }
    }
    return copy;
  }

  /** The events of a run that are in them. */
  List<Event> read(String runId, long maxBytes) {
    return new LogReader(kafka(), names, maxBytes).read(new RunId(runId));
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
