package io.dlpo.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The dead letter that a command is about. */
final class DeadLetterArgument {

  private static final int PARTS = 3;

  @Parameters(
      arity = "0..3",
      paramLabel = "ID",
      description = "TOPIC:PARTITION:OFFSET as the list shows it, or the three with spaces.")
  private List<String> given = List.of();

  boolean isGiven() {
    return !given.isEmpty();
  }

  /** Its id, with colons. */
  String id(CommandSpec spec) {
    if (given.size() != 1 && given.size() != PARTS) {
      throw new ParameterException(
          spec.commandLine(),
          "which dead letter is not said; give TOPIC:PARTITION:OFFSET as the list shows it");
    }
    return String.join(":", given);
  }
}
