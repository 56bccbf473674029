package io.dlpo.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The id of a dead letter. */
final class DeadLetterArgument {

  private static final int PARTS = 3;

  @Parameters(
      arity = "0..3",
      paramLabel = "ID",
      description = "TOPIC:PARTITION:OFFSET, as the list shows it. Spaces may replace the colons.")
  private List<String> given = List.of();

  boolean isGiven() {
    return !given.isEmpty();
  }

  /** The id, with colons. */
  String id(CommandSpec spec) {
    if (given.size() != 1 && given.size() != PARTS) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing or incomplete ID: give TOPIC:PARTITION:OFFSET, as 'dlpo dead-letters list'"
              + " shows it.");
    }
    return String.join(":", given);
  }
}
