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

/** A Kafka broker (4.2.1, one node) for tests. It stops with the JVM. Thread-safe. */
public final class KafkaCluster {

  private final ServerControl server;

  private KafkaCluster(ServerControl server) {
    this.server = server;
  }

  /** Returns the broker that all tests of this JVM share. The first call starts it. */
  public static KafkaCluster shared() {
    return new KafkaCluster(SharedServer.get("kafka", KafkaCluster::startServer));
  }

  /** Starts a separate broker for a test that stops it. */
  public static KafkaCluster own() {
    return new KafkaCluster(startServer());
  }

  private static ServerControl startServer() {
    return switch (Infrastructure.chosen()) {
      case CONTAINERS -> ContainerBroker.started();
      case PROCESSES -> InProcessBroker.started();
    };
  }

  /** The value of {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return server.getAddress();
  }

  /** Whether this broker can be stopped and started; containers cannot. */
  public boolean stoppable() {
    return server.isStoppable();
  }

  /** Stops the broker but keeps its data. */
  public void stop() {
    server.stop();
  }

  /** Starts the stopped broker at the same address, with its data. */
  public void start() {
    server.start();
  }

  /** Creates the missing topics of a list, including dead-letter topics. */
  public void createTopics(TopicList topics) {
    createTopics(
        topics.all().stream()
            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
            .toList());
  }

  /** Creates a topic if it does not exist. */
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
