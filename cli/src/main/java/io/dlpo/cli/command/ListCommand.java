package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.view.RunTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo list}. */
@Command(name = "list", description = "List the runs, the newest first.")
public final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    RunTable.print(rest.runs(), spec.commandLine().getOut());
    return ExitStatus.DONE;
  }
}
