package io.dlpo.testing.kafka;

import io.dlpo.testing.infrastructure.Infrastructure;
import io.dlpo.testing.infrastructure.ServerControl;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** A broker in this JVM, on free ports of the loopback interface. */
final class InProcessBroker implements ServerControl {

  private static final String HOST = "127.0.0.1";

  /** Strong references, because a garbage-collected logger loses its level. */
  private static final List<Logger> QUIET =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger").map(Logger::getLogger).toList();

  private final EmbeddedKafkaBroker broker;
  private final int port;

  private InProcessBroker(EmbeddedKafkaBroker broker, int port) {
    this.broker = broker;
    this.port = port;
  }

  static InProcessBroker started() {
    // At INFO, a broker logs its whole configuration: thousands of lines.
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    int port = freePort();
    // Uses a fixed port and folder, so that the broker can restart with the same address and data.
    Path logs = temporaryFolder();
    EmbeddedKafkaBroker broker =
        new EmbeddedKafkaBroker()
            .withKafkaHost(HOST)
            .withKafkaPort(port)
            .withControllerPort(freePort())
            .withDeleteLogDirsOnClose(false)
            .withAdditionalProperties(properties -> configure(properties, logs));
    InProcessBroker started = new InProcessBroker(broker, port);
    Infrastructure.announce("Kafka: in-process broker, no Docker engine is used");
    started.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(broker, logs), "kafka-shutdown"));
    return started;
  }

  private static void configure(Properties properties, Path logs) {
    properties.put("log.dirs", logs.toString());
    properties.put("auto.create.topics.enable", "false");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
  }

  @Override
  public String getAddress() {
    return HOST + ":" + port;
  }

  @Override
  public boolean isStoppable() {
    return true;
  }

  @Override
  public void stop() {
    broker.close();
  }

  @Override
  public void start() {
    broker.start();
  }

  private static void end(EmbeddedKafkaBroker broker, Path logs) {
    broker.close();
    try {
      Utils.delete(logs.toFile());
    } catch (IOException e) {
      System.err.println("cannot delete " + logs + ": " + e.getMessage());
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("dlpo-kafka-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the broker's data", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on " + HOST, e);
    }
  }
}
