package io.dlpo.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select dead letters. */
final class DeadLetterOptions {

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Only of this topic.")
  private @Nullable String topic;

  @Option(
      names = "--consumer",
      paramLabel = "SERVICE",
      description = "Only of the service that could not process them, such as evaluator.")
  private @Nullable String consumer;

  @Option(names = "--run", paramLabel = "RUN", description = "Only of the run with this id.")
  private @Nullable String run;

  /** The query parameters of the REST interface. */
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
