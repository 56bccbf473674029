package io.dlpo.cli.command;

import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.stack.DlpoHome;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.cli.stack.Supervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dlpo supervise}: the process that {@code dlpo up} starts. */
@Command(
    name = "supervise",
    hidden = true,
    description = "Run the local stack in this process; used by 'dlpo up'.")
public final class SuperviseCommand implements Callable<Integer> {

  @Option(names = "--scale")
  private List<String> scale = new ArrayList<>();

  @Option(names = "--port")
  private @Nullable Integer port;

  @Override
  public Integer call() {
    new Supervisor(
            DlpoHome.ofEnvironment(),
            Installation.ofEnvironment(),
            Scale.parse(scale),
            port == null ? OptionalInt.empty() : OptionalInt.of(port))
        .run();
    return ExitStatus.DONE;
  }
}
