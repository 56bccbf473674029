package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunIdResolver;
import picocli.CommandLine.Parameters;

/** The run that a command is about. */
final class RunArgument {

  @Parameters(paramLabel = "RUN", description = "Its id, the beginning of it, or latest.")
  private String given;

  /** Its id. */
  String id(OptimizerClient rest) {
    return RunIdResolver.resolve(rest, given);
  }

  /** All of it. */
  JsonNode find(OptimizerClient rest) {
    return RunIdResolver.find(rest, given);
  }
}
