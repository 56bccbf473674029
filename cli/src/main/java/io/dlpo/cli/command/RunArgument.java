package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.Rest;
import io.dlpo.cli.run.RunName;
import picocli.CommandLine.Parameters;

/** The run that a command is about. */
final class RunArgument {

  @Parameters(paramLabel = "RUN", description = "Its id, the beginning of it, or latest.")
  private String given;

  /** Its id. */
  String id(Rest rest) {
    return RunName.resolve(rest, given);
  }

  /** All of it. */
  JsonNode find(Rest rest) {
    return RunName.find(rest, given);
  }
}
