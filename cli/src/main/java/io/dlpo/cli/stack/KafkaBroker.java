package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** The Kafka broker of the stack: its settings, its storage and its process. */
final class KafkaBroker {

  /** The main class of the broker. */
  static final String MAIN = "kafka.Kafka";

  private static final Duration FORMAT_TIMEOUT = Duration.ofSeconds(60);
  private static final List<String> FLAGS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.1",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

  private final DlpoHome home;
  private final Installation installation;

  KafkaBroker(DlpoHome home, Installation installation) {
    this.home = home;
    this.installation = installation;
  }

  /** Starts the broker; the first time, its storage is formatted. */
  SupervisedProcess start(int port, int controllerPort) {
    try {
      Files.createDirectories(home.kafka());
      Path settings =
          Files.writeString(
              home.kafka().resolve("server.properties"), settings(port, controllerPort));
      if (!Files.exists(home.kafka().resolve("data/meta.properties"))) {
        format(settings);
      }
      return SupervisedProcess.start(
          "kafka", command(MAIN, settings.toString()), Map.of(), home.log("kafka"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the broker", e);
    }
  }

  private void format(Path settings) {
    SupervisedProcess format =
        SupervisedProcess.start(
            "kafka-format",
            command(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                settings.toString()),
            Map.of(),
            home.log("kafka"));
    format.awaitExit(FORMAT_TIMEOUT);
    if (!Files.exists(home.kafka().resolve("data/meta.properties"))) {
      throw new CliException(
          ExitStatus.FAILED, "cannot format Kafka's storage; see " + home.log("kafka"));
    }
  }

  private List<String> command(String main, String... arguments) {
    return Stream.of(
            List.of(Installation.java(), home.mark()),
            FLAGS,
            installation.archive(main).flags(),
            List.of("-cp", installation.classPath(), main),
            List.of(arguments))
        .flatMap(List::stream)
        .toList();
  }

  private String settings(int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        offsets.topic.num.partitions=4
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        # A group would wait for more members before a run's first step.
        group.initial.rebalance.delay.ms=0
        """
        .formatted(port, controllerPort, home.kafka().resolve("data"));
  }
}
