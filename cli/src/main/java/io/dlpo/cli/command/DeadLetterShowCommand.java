package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.DeadLetterText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo dead-letters show}. */
@Command(name = "show", description = "Show a dead letter with its headers and its value.")
public final class DeadLetterShowCommand implements Callable<Integer> {

  @Mixin private DeadLetterArgument letter;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String id = letter.id(spec);
    JsonNode found = OptimizerConnection.open().deadLetter(id);
    Console console = Console.stdout(spec);
    if (json) {
      console.printData(found.toString());
    } else {
      DeadLetterText.letter(found, console);
    }
    return ExitStatus.DONE;
  }
}
