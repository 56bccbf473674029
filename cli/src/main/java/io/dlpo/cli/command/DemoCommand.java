package io.dlpo.cli.command;

import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunSpecFile;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.stack.StackState;
import io.dlpo.cli.terminal.Console;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dlpo demo}. */
@Command(
    name = "demo",
    description = {
      "Optimize an example prompt.",
      "If no local stack is up, the demo starts one and stops it at the end."
    })
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
    Console console = Console.stderr(spec);
    Thread stop = new Thread(stack::down, "stop of the stack");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      StackState started =
          stack.up(Scale.ones(), OptionalInt.empty(), phase -> console.println(phase + " …"));
      return run(started, false);
    } finally {
      stack.down();
      Runtime.getRuntime().removeShutdownHook(stop);
    }
  }

  /**
   * @param detachable whether the stack, and so the run, outlives this command
   */
  private int run(StackState state, boolean detachable) {
    OptimizerClient optimizer = new OptimizerClient(state.rest());
    RunSpecFile demo = new RunSpecFile(Installation.ofEnvironment().file(SPEC));
    String id = optimizer.request(demo.upload(optimizer), Optional.empty());
    Console.stderr(spec).println("run " + id + " of " + SPEC);
    return new RunFollower(spec, detachable).follow(optimizer, id, false, true);
  }
}
