package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunSpecFile;
import io.dlpo.cli.terminal.Console;
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
    description = {
      "Estimate the calls, tokens and cost of a run.",
      "No model is called: the run is simulated with assumptions that you can change."
    },
    footer = {
      "  ./dlpo estimate examples/demo.yaml",
      "  ./dlpo estimate my.yaml --assume tokens.answer=250 --assume accuracy.start=0.3"
    })
public final class EstimateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPEC", description = "A spec file, such as examples/demo.yaml.")
  private Path file;

  @Option(
      names = "--assume",
      paramLabel = "KEY=VALUE",
      description = "Change an assumption, such as tokens.answer=300. Can be repeated.")
  private List<String> assumptions = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OptimizerClient optimizer = OptimizerConnection.open();
    JsonNode estimate = optimizer.estimate(new RunSpecFile(file).upload(optimizer), assumptions);
    Console console = Console.stdout(spec);
    if (json) {
      console.printData(estimate.toString());
    } else {
      EstimateText.print(estimate, console);
    }
    return ExitStatus.DONE;
  }
}
