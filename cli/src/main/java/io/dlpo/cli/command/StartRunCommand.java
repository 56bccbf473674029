package io.dlpo.cli.command;

import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunSpecFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo run}. */
@Command(
    name = "run",
    description = "Run a spec and wait for its end. Steps go to stderr, the result to stdout.")
public final class StartRunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPEC", description = "A spec file, such as examples/demo.yaml.")
  private Path file;

  @Option(names = "--follow", description = "Show each step also with --json.")
  private boolean follow;

  @Option(names = "--json", description = "End with one JSON object on stdout.")
  private boolean json;

  @Option(names = "--run-id", description = "An id of your own for the run.")
  private @Nullable String runId;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    String id = rest.request(new RunSpecFile(file).upload(rest), Optional.ofNullable(runId));
    spec.commandLine().getErr().println("run " + id);
    return new RunFollower(spec.commandLine(), true).follow(rest, id, json, follow || !json);
  }
}
