package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.stack.StackManager;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo down}. */
@Command(name = "down", description = "End the local stack; its data stays.")
public final class DownCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean was = StackManager.ofEnvironment().down();
    spec.commandLine().getErr().println(was ? "the stack has ended" : "no stack was up");
    return ExitStatus.DONE;
  }
}
