package io.dlpo.events.topic;

import io.dlpo.contracts.topic.TopicList;
import io.dlpo.events.EventSettings;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks every few seconds whether the topics of this service exist. {@link TopicHealth} reports
 * those that do not. Where {@link EventSettings#createTopics()} is set, it creates the topics of
 * all services, also those that the broker has lost.
 */
@ApplicationScoped
class TopicWatch {

  private static final Logger LOG = Logger.getLogger(TopicWatch.class);
  private static final Duration WHILE_INCOMPLETE = Duration.ofSeconds(1);
  private static final Duration WHILE_COMPLETE = Duration.ofSeconds(5);

  private final Map<String, Object> kafka;
  private final ChannelTopics topics;
  private final boolean creates;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile TopicState state = new TopicState.Unknown("the broker was not asked yet");

  TopicWatch(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Config config,
      EventSettings settings) {
    this.kafka = kafka;
    this.topics =
        ChannelTopics.of(
            config.getPropertyNames(), name -> config.getOptionalValue(name, String.class));
    this.creates = settings.createTopics();
  }

  void begin(@Observes StartupEvent started) {
    Thread.ofPlatform().name("topic-watch").daemon().start(this::watch);
  }

  TopicState state() {
    return state;
  }

  boolean creates() {
    return creates;
  }

  private void watch() {
    @Nullable BrokerTopics broker = null;
    try {
      do {
        try {
          broker = broker == null ? BrokerTopics.open(kafka) : broker;
          advance(TopicState.of(look(broker)));
        } catch (KafkaException e) {
          LOG.debug("cannot look at the topics", e);
          state = state.unanswered(reason(e));
        }
      } while (!isClosing(
          state instanceof TopicState.Complete ? WHILE_COMPLETE : WHILE_INCOMPLETE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (broker != null) {
        broker.close();
      }
    }
  }

  /** The client wraps what was wrong with its settings or with the address. */
  private static String reason(KafkaException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  private NavigableSet<String> look(BrokerTopics broker) throws InterruptedException {
    NavigableSet<String> missing = broker.missing(topics.names());
    return missing.isEmpty() || !creates ? missing : created(missing, broker);
  }

  private NavigableSet<String> created(NavigableSet<String> missing, BrokerTopics broker)
      throws InterruptedException {
    try {
      broker.create(TopicList.load());
      LOG.infof("created the topics that the broker did not have, such as %s", missing.first());
      return broker.missing(topics.names());
    } catch (KafkaException e) {
      LOG.warnf("cannot create the topics that the broker does not have: %s", e.getMessage());
      return missing;
    }
  }

  private void advance(TopicState next) {
    if (next instanceof TopicState.Incomplete incomplete && !next.equals(state)) {
      LOG.warnf("the broker does not have the topics %s", incomplete.names());
    }
    state = next;
  }

  private boolean isClosing(Duration wait) throws InterruptedException {
    return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void close() {
    closing.countDown();
  }
}
