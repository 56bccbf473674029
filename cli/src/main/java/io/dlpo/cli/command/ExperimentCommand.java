package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.ExperimentSpecFile;
import io.dlpo.cli.run.ExperimentWatcher;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.view.ExperimentProgress;
import io.dlpo.cli.view.ExperimentText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo experiment}. */
@Command(
    name = "experiment",
    description =
        "Run settings on several seeds and compare them. Ctrl-C leaves the experiment going on; the"
            + " same command again finds it, and resumes it if it is paused.")
public final class ExperimentCommand implements Callable<Integer> {

  private static final String PAUSED = "PAUSED";

  @Parameters(
      paramLabel = "SPEC",
      description = "An experiment's file, such as experiments/1-baseline-variance.yaml.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where dataset files are that are not beside the spec.")
  private @Nullable Path data;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report as a page of its own.")
  private @Nullable Path html;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the runs as a table.")
  private @Nullable Path csv;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report as JSON; - is standard output.")
  private @Nullable Path json;

  @Option(names = "--now", description = "Do not wait: report what there is by now.")
  private boolean now;

  @Option(names = "--pause", description = "Pause the experiment and its runs.")
  private boolean pause;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ReportFiles files = new ReportFiles().with("html", html).with("csv", csv).with("json", json);
    OptimizerClient rest = OptimizerConnection.rest();
    PrintWriter err = spec.commandLine().getErr();
    String id =
        rest.requestExperiment(
            new ExperimentSpecFile(file, Optional.ofNullable(data)).upload(rest));
    if (pause) {
      rest.commandExperiment(id, "pause");
      err.println("experiment " + id + " is paused; without --pause it goes on");
      return ExitStatus.DONE;
    }
    JsonNode experiment = rest.experiment(id);
    err.printf(
        "experiment %s: %d runs, %d at once, %d have ended%n",
        id,
        experiment.path("runs").asInt(),
        experiment.path("parallel").asInt(),
        experiment.path("ended").asInt());
    if (!now) {
      resume(rest, experiment);
      experiment = await(rest, id);
    }
    report(rest, id, files);
    return now ? ExitStatus.DONE : new ExperimentExitStatus(rest, err).of(experiment);
  }

  private static void resume(OptimizerClient rest, JsonNode experiment) {
    if (PAUSED.equals(experiment.path("status").asText())) {
      rest.commandExperiment(experiment.path("experimentId").asText(), "resume");
    }
  }

  private JsonNode await(OptimizerClient rest, String id) {
    PrintWriter err = spec.commandLine().getErr();
    AtomicBoolean ended = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!ended.get()) {
                    err.printf(
                        "%nexperiment %s goes on; the same command shows it again, with --pause it"
                            + " is held%n",
                        id);
                    err.flush();
                  }
                },
                "interrupted"));
    ExperimentProgress view = new ExperimentProgress(err, System.getenv("DLPO_TERMINAL") != null);
    try {
      return new ExperimentWatcher(rest, id).await(view);
    } finally {
      ended.set(true);
      view.clear();
    }
  }

  private void report(OptimizerClient rest, String id, ReportFiles files) {
    PrintWriter out = spec.commandLine().getOut();
    files.write(form -> rest.report(id, form), out, spec.commandLine().getErr());
    if (!files.takeStdout()) {
      ExperimentText.print(rest.report(id), out);
    }
  }
}
