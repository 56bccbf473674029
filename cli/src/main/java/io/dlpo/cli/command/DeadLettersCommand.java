package io.dlpo.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dlpo dead-letters}. */
@Command(
    name = "dead-letters",
    description = "List, show and redrive records that a service could not process.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DeadLetterListCommand.class,
      DeadLetterShowCommand.class,
      DeadLetterRedriveCommand.class
    })
public final class DeadLettersCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: use list, show or redrive.");
  }
}
