package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunSpecFile;
import io.dlpo.cli.view.EstimateText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo estimate}. */
@Command(
    name = "estimate",
    description = "Estimate calls, tokens and money of a spec's run, before any is spent.")
public final class EstimateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPEC", description = "A spec file, such as examples/demo.yaml.")
  private Path file;

  @Option(
      names = "--assume",
      paramLabel = "KEY=VALUE",
      description = "An assumption of your own, such as tokens.answer=300; may be repeated.")
  private List<String> assumptions = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient rest = OptimizerConnection.rest();
    JsonNode estimate = rest.estimate(new RunSpecFile(file).upload(rest), assumptions);
    if (json) {
      spec.commandLine().getOut().println(estimate);
      spec.commandLine().getOut().flush();
    } else {
      EstimateText.print(estimate, spec.commandLine().getOut());
    }
    return ExitStatus.DONE;
  }
}
