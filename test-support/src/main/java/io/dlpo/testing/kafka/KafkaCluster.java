package io.dlpo.testing.kafka;

import io.dlpo.contracts.topic.TopicList;
import io.dlpo.testing.infrastructure.Infrastructure;
import io.dlpo.testing.infrastructure.ServerControl;
import io.dlpo.testing.infrastructure.SharedServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A Kafka broker (4.2.1, one node) for tests, which ends with the JVM. Thread-safe. */
public final class KafkaCluster {

  private final ServerControl server;

  private KafkaCluster(ServerControl server) {
    this.server = server;
  }

  /** The broker that all tests of this JVM share; the first call starts it. */
  public static KafkaCluster shared() {
    return new KafkaCluster(SharedServer.get("kafka", KafkaCluster::startServer));
  }

  /** A broker of one's own, for a test that stops it. */
  public static KafkaCluster own() {
    return new KafkaCluster(startServer());
  }

  private static ServerControl startServer() {
    return switch (Infrastructure.chosen()) {
      case CONTAINERS -> ContainerBroker.started();
      case PROCESSES -> InProcessBroker.started();
    };
  }

  /** Value of {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return server.getAddress();
  }

  /** Whether this broker can be stopped and started; containers cannot. */
  public boolean stoppable() {
    return server.isStoppable();
  }

  /** Ends the broker as an outage would; its data stay. */
  public void stop() {
    server.stop();
  }

  /** Starts the stopped broker at the same address, with its data. */
  public void start() {
    server.start();
  }

  /** Creates the topics of the list, dead letters included, that are not there yet. */
  public void createTopics(TopicList topics) {
    createTopics(
        topics.all().stream()
            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
            .toList());
  }

  /** Creates a topic if it is not there yet. */
  public void createTopic(String name, int partitions) {
    createTopics(List.of(new NewTopic(name, partitions, (short) 1)));
  }

  private void createTopics(List<NewTopic> topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      Set<String> present =
          admin.listTopics().names().toCompletionStage().toCompletableFuture().join();
      admin
          .createTopics(topics.stream().filter(topic -> !present.contains(topic.name())).toList())
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
  }
}
