package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.RunTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo list}. */
@Command(name = "list", description = "List the runs, newest first.")
public final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunTable.print(OptimizerConnection.open().runs(), Console.stdout(spec));
    return ExitStatus.DONE;
  }
}
