package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.WarmUp;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.stack.StackState;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.StackText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo up}. */
@Command(
    name = "up",
    description = {
      "Start the local stack and wait until it is ready.",
      "Without OPENAI_API_KEY, OPENAI_API_KEY_FILE and OPENAI_BASE_URL it uses the simulator",
      "in place of a model."
    },
    footer = {"  ./dlpo up", "  ./dlpo up --scale forward-engine=2 --scale evaluator=2"})
public final class UpCommand implements Callable<Integer> {

  private static final String WARM_UP_DATA = "examples/object-counting.jsonl";

  @Option(
      names = "--scale",
      paramLabel = "SERVICE=N",
      description = "Start N processes of a service. Can be repeated.")
  private List<String> scale = new ArrayList<>();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the REST interface; a free one if it is missing.")
  private @Nullable Integer port;

  @Option(
      names = "--no-warm-up",
      description =
          "Skip the warm-up. With the simulator, a few small runs come first, so that your first"
              + " run is as fast as the next.")
  private boolean cold;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Console console = Console.stderr(spec);
    Scale requested = Scale.parse(scale);
    StackManager stack = StackManager.ofEnvironment();
    Optional<StackState> running = stack.running().filter(StackState::up);
    if (running.isPresent()) {
      requireSame(running.get(), requested);
      console.println("the stack is already up");
      StackText.print(running.get(), console);
      return ExitStatus.DONE;
    }
    OptionalInt rest = port == null ? OptionalInt.empty() : OptionalInt.of(port);
    StackText.print(start(stack, requested, rest, console), console);
    return ExitStatus.DONE;
  }

  /** Ctrl-C before everything is ready leaves nothing running. */
  private StackState start(StackManager stack, Scale requested, OptionalInt rest, Console console) {
    Thread stop = new Thread(stack::down, "stop of the stack");
    Runtime.getRuntime().addShutdownHook(stop);
    StackState state = stack.up(requested, rest, phase -> console.println(phase + " …"));
    if (state.simulated() && !cold) {
      console.println("warming up with small simulated runs …");
      new WarmUp(new OptimizerClient(state.rest()), Installation.ofEnvironment().file(WARM_UP_DATA))
          .run();
    }
    Runtime.getRuntime().removeShutdownHook(stop);
    return state;
  }

  private void requireSame(StackState running, Scale requested) {
    if (!scale.isEmpty() && !StackText.scale(running).equals(requested.toString())) {
      throw new CliException(
          ExitStatus.USAGE,
          "the stack is already up with %s; to use %s, stop it first: ./dlpo down"
              .formatted(StackText.scale(running), requested));
    }
    if (port != null && !running.rest().endsWith(":" + port)) {
      throw new CliException(
          ExitStatus.USAGE,
          "the stack is already up at %s; to use port %d, stop it first: ./dlpo down"
              .formatted(running.rest(), port));
    }
  }
}
