package io.dlpo.systemtests.stack;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Apache Kafka's own programs, from its jars on the class path of the tests. */
public final class KafkaTools {

  private static final List<String> FLAGS =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private KafkaTools() {}

  /** Starts {@code kafka-console-consumer.sh}. */
  public static RunningCommand consoleConsumer(Path outputs, String... arguments) {
    return start(outputs, Map.of(), "org.apache.kafka.tools.consumer.ConsoleConsumer", arguments);
  }

  /** Starts {@code connect-standalone.sh}. */
  public static RunningCommand connectStandalone(
      Path outputs, Map<String, String> environment, String... files) {
    return start(outputs, environment, "org.apache.kafka.connect.cli.ConnectStandalone", files);
  }

  private static RunningCommand start(
      Path outputs, Map<String, String> environment, String main, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin/java").toString()),
                        FLAGS.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), main),
                        Stream.of(arguments))
                    .flatMap(words -> words)
                    .toList())
            .directory(outputs.toFile());
    builder.environment().putAll(environment);
    return RunningCommand.start(builder, outputs);
  }
}
