package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.RunReportText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo report}. */
@Command(
    name = "report",
    description = {
      "Print the report of a run.",
      "It shows the result, both prompts, the edits, the steps and the cost."
    },
    footer = {"  ./dlpo report latest", "  ./dlpo report latest --html report.html"})
public final class ReportCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write the report as a single HTML page; - means standard output.")
  private @Nullable Path html;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ReportFiles files = new ReportFiles().with("html", html);
    OptimizerClient optimizer = OptimizerConnection.open();
    String id = run.id(optimizer);
    JsonNode report = optimizer.runReport(id);
    if (!files.takeStdout()) {
      RunReportText.print(report, Console.stdout(spec));
    }
    files.write(
        form -> optimizer.runReport(id, form),
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
    return ExitStatus.DONE;
  }
}
