package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.view.RunReportText;
import java.io.PrintWriter;
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
    description = "Report a run: what was asked, both prompts compared, edits, steps and costs.")
public final class ReportCommand implements Callable<Integer> {

  @Mixin private RunArgument run;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report as a page of its own, too; - is standard output.")
  private @Nullable Path html;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ReportFiles files = new ReportFiles().with("html", html);
    OptimizerClient rest = OptimizerConnection.rest();
    String id = run.id(rest);
    JsonNode report = rest.runReport(id);
    PrintWriter out = spec.commandLine().getOut();
    if (!files.takeStdout()) {
      RunReportText.print(report, out);
    }
    files.write(form -> rest.runReport(id, form), out, spec.commandLine().getErr());
    return ExitStatus.DONE;
  }
}
