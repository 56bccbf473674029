package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.ExperimentSpecFile;
import io.dlpo.cli.run.ExperimentWatcher;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.ExperimentProgress;
import io.dlpo.cli.view.ExperimentText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo experiment}. */
@Command(
    name = "experiment",
    description = {
      "Compare settings over several datasets and seeds.",
      "Ctrl-C detaches; the experiment keeps running. Run the same command again to reattach."
          + " If the experiment is paused, this resumes it."
    },
    footer = {
      "  ./dlpo experiment experiments/1-baseline-variance.yaml --data ~/datasets",
      "  ./dlpo experiment my-experiment.yaml --html report.html --csv runs.csv",
      "  ./dlpo experiment my-experiment.yaml --now --json -"
    })
public final class ExperimentCommand implements Callable<Integer> {

  private static final String PAUSED = "PAUSED";

  @Parameters(paramLabel = "SPEC", description = "An experiment file; see the folder experiments.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of dataset files that are not next to the spec.")
  private @Nullable Path data;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report as a single HTML page.")
  private @Nullable Path html;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the runs as a CSV table.")
  private @Nullable Path csv;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report as JSON; - means standard output.")
  private @Nullable Path json;

  @Option(names = "--now", description = "Do not wait; report the results so far.")
  private boolean now;

  @Option(names = "--pause", description = "Pause the experiment and its runs.")
  private boolean pause;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ReportFiles files = new ReportFiles().with("html", html).with("csv", csv).with("json", json);
    OptimizerClient optimizer = OptimizerConnection.open();
    Console console = Console.stderr(spec);
    String id =
        optimizer.requestExperiment(
            new ExperimentSpecFile(file, Optional.ofNullable(data)).upload(optimizer));
    if (pause) {
      optimizer.commandExperiment(id, "pause");
      console.println(
          "experiment " + id + " is paused; run the command without --pause to resume it");
      return ExitStatus.DONE;
    }
    JsonNode experiment = optimizer.experiment(id);
    console.println(
        "experiment %s: %d runs, %d in parallel, %d already ended"
            .formatted(
                id,
                experiment.path("runs").asInt(),
                experiment.path("parallel").asInt(),
                experiment.path("ended").asInt()));
    if (!now) {
      resume(optimizer, experiment);
      experiment = await(optimizer, id, console);
    }
    report(optimizer, id, files);
    return now ? ExitStatus.DONE : new ExperimentExitStatus(optimizer, console).of(experiment);
  }

  private static void resume(OptimizerClient optimizer, JsonNode experiment) {
    if (PAUSED.equals(experiment.path("status").asText())) {
      optimizer.commandExperiment(experiment.path("experimentId").asText(), "resume");
    }
  }

  private static JsonNode await(OptimizerClient optimizer, String id, Console console) {
    ExperimentProgress progress = new ExperimentProgress(console);
    String detached =
        ("experiment %s keeps running; run the same command again to reattach, or with --pause to"
                + " pause it")
            .formatted(id);
    DetachNote note = DetachNote.onInterrupt(detached, console);
    try {
      return new ExperimentWatcher(optimizer, id).await(progress);
    } finally {
      note.cancel();
      progress.clear();
    }
  }

  private void report(OptimizerClient optimizer, String id, ReportFiles files) {
    files.write(
        form -> optimizer.report(id, form),
        spec.commandLine().getOut(),
        spec.commandLine().getErr());
    if (!files.takeStdout()) {
      ExperimentText.print(optimizer.report(id), Console.stdout(spec));
    }
  }
}
