package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.WarmUp;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.stack.StackState;
import io.dlpo.cli.view.StackText;
import java.io.PrintWriter;
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
@Command(name = "up", description = "Start the local stack and wait until it is ready.")
public final class UpCommand implements Callable<Integer> {

  private static final String WARM_UP_DATA = "examples/object-counting.jsonl";

  @Option(
      names = "--scale",
      paramLabel = "SERVICE=N",
      description = "How many processes of a service; may be given for each.")
  private List<String> scale = new ArrayList<>();

  @Option(names = "--port", description = "Port of REST; a free one if it is not given.")
  private @Nullable Integer port;

  @Option(
      names = "--no-warm-up",
      description =
          "With the simulator a few small runs come first, so that the first run of yours is as"
              + " fast as the next; this leaves them out.")
  private boolean cold;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Scale wanted = Scale.parse(scale);
    StackManager stack = StackManager.ofEnvironment();
    Optional<StackState> running = stack.running().filter(StackState::up);
    if (running.isPresent()) {
      return already(running.get(), wanted, err);
    }
    OptionalInt rest = port == null ? OptionalInt.empty() : OptionalInt.of(port);
    StackText.print(start(stack, wanted, rest), err);
    return ExitStatus.DONE;
  }

  /** Ctrl-C before everything is ready leaves nothing running. */
  private StackState start(StackManager stack, Scale wanted, OptionalInt rest) {
    PrintWriter err = spec.commandLine().getErr();
    Thread end = new Thread(stack::down, "end of the stack");
    Runtime.getRuntime().addShutdownHook(end);
    StackState state = stack.up(wanted, rest, phase -> err.println(phase + " …"));
    if (state.simulated() && !cold) {
      err.println("warming up with small runs of the simulator …");
      new WarmUp(new OptimizerClient(state.rest()), Installation.ofEnvironment().file(WARM_UP_DATA))
          .run();
    }
    Runtime.getRuntime().removeShutdownHook(end);
    return state;
  }

  private Integer already(StackState running, Scale wanted, PrintWriter err) {
    if (!scale.isEmpty() && !StackText.scale(running).equals(wanted.toString())) {
      throw new CliException(
          ExitStatus.USAGE,
          "the stack is up already with %s; for %s end it first: ./dlpo down"
              .formatted(StackText.scale(running), wanted));
    }
    if (port != null && !running.rest().endsWith(":" + port)) {
      throw new CliException(
          ExitStatus.USAGE,
          "the stack is up already at %s; for port %d end it first: ./dlpo down"
              .formatted(running.rest(), port));
    }
    err.println("the stack is up already");
    StackText.print(running, err);
    return ExitStatus.DONE;
  }
}
