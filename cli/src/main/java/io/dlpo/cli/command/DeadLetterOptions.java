package io.dlpo.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. */
final class DeadLetterOptions {

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Of that topic.")
  private @Nullable String topic;

  @Option(
      names = "--consumer",
      paramLabel = "SERVICE",
      description = "Of the service that could not process them, such as evaluator.")
  private @Nullable String consumer;

  @Option(names = "--run", paramLabel = "RUN", description = "About the run of that id.")
  private @Nullable String run;

  /** By the names of the REST interface. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "topic", topic);
    put(parameters, "consumer", consumer);
    put(parameters, "run", run);
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
