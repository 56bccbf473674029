package io.dlpo.events.topic;

import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** The topics of a broker. Each method blocks for about {@link #PATIENCE} at most. */
final class BrokerTopics implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(BrokerTopics.class);
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Admin admin;

  private BrokerTopics(Admin admin) {
    this.admin = admin;
  }

  /**
   * Opens a connection.
   *
   * @param settings settings of a Kafka client
   * @throws KafkaException if no address can be resolved
   */
  static BrokerTopics open(Map<String, Object> settings) {
    Map<String, Object> own = new HashMap<>(settings);
    own.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
    own.put("request.timeout.ms", (int) PATIENCE.toMillis());
    own.put("client.id", "dlpo-topics");
    return new BrokerTopics(Admin.create(own));
  }

  /**
   * Returns those of the topics that the broker does not have, or does not show to this client.
   *
   * @throws KafkaException if the broker does not answer, or refuses
   */
  NavigableSet<String> missing(Collection<String> names) throws InterruptedException {
    NavigableSet<String> missing = new TreeSet<>(names);
    missing.removeAll(existing());
    return missing;
  }

  /**
   * Creates the missing topics of the list, with the broker's default replication. Existing topics
   * are not changed.
   *
   * @throws KafkaException if the broker does not answer, or refuses
   */
  void create(TopicList list) throws InterruptedException {
    Set<String> existing = existing();
    List<NewTopic> missing =
        list.all().stream()
            .filter(topic -> !existing.contains(topic.name()))
            .map(BrokerTopics::topic)
            .toList();
    for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
      await(created);
    }
  }

  private static void await(KafkaFuture<Void> created) throws InterruptedException {
    try {
      get(created);
    } catch (TopicExistsException e) {
      LOG.debug("another process has created it", e);
    }
  }

  private Set<String> existing() throws InterruptedException {
    return get(admin.listTopics().names());
  }

  private static NewTopic topic(TopicDefinition topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(
            Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(topic.retention().toMillis())));
  }

  private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("no answer within " + PATIENCE.toSeconds() + " s", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
