package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.run.RunWatcher;
import io.dlpo.cli.view.RunProgress;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

/** Shows a run to its end, for all commands that do. */
final class RunFollower {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean outlived;

  /**
   * @param outlived whether the run goes on when the command is interrupted
   */
  RunFollower(CommandLine command, boolean outlived) {
    this.out = command.getOut();
    this.err = command.getErr();
    this.outlived = outlived;
  }

  /**
   * Waits for the run and prints what came of it.
   *
   * @param json one JSON object in the place of the summary
   * @param steps whether steps are shown
   * @return the exit status
   */
  int follow(OptimizerClient rest, String runId, boolean json, boolean steps) {
    RunProgress view = new RunProgress(err, System.getenv("DLPO_TERMINAL") != null);
    JsonNode run = await(rest, runId, steps ? view : view.quiet());
    view.clear();
    if (json) {
      out.println(RunJson.json(run));
    } else {
      RunProgress.summary(run, out);
    }
    out.flush();
    return RunExitStatus.of(run, err);
  }

  private JsonNode await(OptimizerClient rest, String runId, RunWatcher.Listener listener) {
    AtomicBoolean ended = new AtomicBoolean(!outlived);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!ended.get()) {
                    note(runId);
                  }
                },
                "interrupted"));
    try {
      return new RunWatcher(rest, runId).await(listener);
    } finally {
      ended.set(true);
    }
  }

  private void note(String runId) {
    err.printf(
        "%nrun %s goes on; ./dlpo follow %s shows it, ./dlpo cancel %s ends it%n",
        runId, runId, runId);
    err.flush();
  }
}
