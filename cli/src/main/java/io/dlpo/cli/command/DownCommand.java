package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo down}. */
@Command(name = "down", description = "Stop the local stack and keep its data.")
public final class DownCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean wasUp = StackManager.ofEnvironment().down();
    Console.stderr(spec).println(wasUp ? "the stack is down" : "no stack was up");
    return ExitStatus.DONE;
  }
}
