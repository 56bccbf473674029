package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunIdResolver;
import picocli.CommandLine.Parameters;

/** The run that a command is about. */
final class RunArgument {

  @Parameters(paramLabel = "RUN", description = "A run: its id, a unique prefix, or latest.")
  private String given;

  /** The run's id. */
  String id(OptimizerClient optimizer) {
    return RunIdResolver.resolve(optimizer, given);
  }

  /** The run. */
  JsonNode find(OptimizerClient optimizer) {
    return RunIdResolver.find(optimizer, given);
  }
}
