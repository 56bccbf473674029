package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.run.RunWatcher;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.RunProgress;
import io.dlpo.cli.view.RunSummary;
import picocli.CommandLine.Model.CommandSpec;

/** Shows a run until it ends. */
final class RunFollower {

  private final Console out;
  private final Console err;
  private final boolean detachable;
  private final boolean improvementRequired;

  /**
   * @param detachable whether the run continues when the command is interrupted
   */
  RunFollower(CommandSpec spec, boolean detachable) {
    this(Console.stdout(spec), Console.stderr(spec), detachable, false);
  }

  private RunFollower(Console out, Console err, boolean detachable, boolean improvementRequired) {
    this.out = out;
    this.err = err;
    this.detachable = detachable;
    this.improvementRequired = improvementRequired;
  }

  /**
   * Returns a follower whose exit status says whether the run shows an improvement, if required.
   */
  RunFollower requireImprovement(boolean required) {
    return new RunFollower(out, err, detachable, required);
  }

  /**
   * Waits for the run and prints its result.
   *
   * @param json whether the result is printed as one JSON object
   * @param steps whether steps are shown
   * @return the exit status
   */
  int follow(OptimizerClient optimizer, String runId, boolean json, boolean steps) {
    RunProgress progress = new RunProgress(err);
    JsonNode run = await(optimizer, runId, steps ? progress : progress.quiet());
    progress.clear();
    if (json) {
      out.printData(RunJson.of(run));
    } else {
      RunSummary.printResult(run, out);
    }
    return RunExitStatus.of(run, improvementRequired, err);
  }

  private JsonNode await(OptimizerClient optimizer, String runId, RunWatcher.Listener listener) {
    RunWatcher watcher = new RunWatcher(optimizer, runId);
    if (!detachable) {
      return watcher.await(listener);
    }
    String detached =
        "run %s keeps running; reattach with ./dlpo follow %s, or stop it with ./dlpo cancel %s"
            .formatted(runId, runId, runId);
    DetachNote note = DetachNote.onInterrupt(detached, err);
    try {
      return watcher.await(listener);
    } finally {
      note.cancel();
    }
  }
}
