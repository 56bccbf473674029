package io.dlpo.cli.command;

import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunSpecFile;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.stack.StackState;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo demo}. */
@Command(
    name = "demo",
    description = "Optimize the example's prompt; the stack is started for it if none is up.")
public final class DemoCommand implements Callable<Integer> {

  private static final String SPEC = "examples/demo.yaml";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StackManager stack = StackManager.ofEnvironment();
    Optional<StackState> running = stack.running().filter(StackState::up);
    if (running.isPresent()) {
      return run(running.get(), true);
    }
    PrintWriter err = spec.commandLine().getErr();
    Thread end = new Thread(stack::down, "end of the stack");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      return run(
          stack.up(Scale.ones(), OptionalInt.empty(), phase -> err.println(phase + " …")), false);
    } finally {
      stack.down();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private int run(StackState state, boolean stays) {
    OptimizerClient rest = new OptimizerClient(state.rest());
    RunSpecFile demo = new RunSpecFile(Installation.ofEnvironment().file(SPEC));
    String id = rest.request(demo.upload(rest), Optional.empty());
    spec.commandLine().getErr().println("run " + id + " of " + SPEC);
    return new RunFollower(spec.commandLine(), stays).follow(rest, id, false, true);
  }
}
