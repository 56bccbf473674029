package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.Rest;
import io.dlpo.cli.run.RunReport;
import io.dlpo.cli.run.RunWatch;
import io.dlpo.cli.view.RunView;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

/** Shows a run to its end, for all commands that do. */
final class Follower {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean outlived;

  /**
   * @param outlived whether the run goes on when the command is interrupted
   */
  Follower(CommandLine command, boolean outlived) {
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
  int follow(Rest rest, String runId, boolean json, boolean steps) {
    RunView view = new RunView(err, System.getenv("DLPO_TERMINAL") != null);
    JsonNode run = await(rest, runId, steps ? view : view.quiet());
    view.clear();
    if (json) {
      out.println(RunReport.json(run));
    } else {
      RunView.summary(run, out);
    }
    out.flush();
    return Outcome.of(run, err);
  }

  private JsonNode await(Rest rest, String runId, RunWatch.Listener listener) {
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
      return new RunWatch(rest, runId).await(listener);
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
