package io.dlpo.testing.kafka;

import io.dlpo.testing.infrastructure.Infrastructure;
import io.dlpo.testing.infrastructure.ServerControl;
import java.time.Duration;
import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container. Testcontainers or a shutdown hook removes it with the JVM. */
final class ContainerBroker implements ServerControl {

  private static final String IMAGE = "apache/kafka:4.2.1";

  private final KafkaContainer container;

  private ContainerBroker(KafkaContainer container) {
    this.container = container;
  }

  static ContainerBroker started() {
    KafkaContainer container =
        new KafkaContainer(IMAGE)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withStartupTimeout(Duration.ofMinutes(4));
    Infrastructure.announce("Kafka: Testcontainers (" + IMAGE + ")");
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "kafka-shutdown"));
    return new ContainerBroker(container);
  }

  @Override
  public String getAddress() {
    return container.getBootstrapServers();
  }

  @Override
  public boolean isStoppable() {
    return false;
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("a container would come back at another port");
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException("a container would come back at another port");
  }
}
