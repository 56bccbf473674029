package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What an experiment's end means for the command; says of each run without result why. */
final class ExperimentExitStatus {

  private static final String FINISHED = "FINISHED";
  private static final String PAUSED = "PAUSED";

  private final OptimizerClient rest;
  private final PrintWriter err;

  ExperimentExitStatus(OptimizerClient rest, PrintWriter err) {
    this.rest = rest;
    this.err = err;
  }

  /** The exit status. */
  int of(JsonNode experiment) {
    boolean finished = FINISHED.equals(experiment.path("status").asText());
    List<JsonNode> without =
        experiment
            .path("cells")
            .valueStream()
            .filter(cell -> isWithoutResult(cell.path("status").asText(), finished))
            .toList();
    without.forEach(this::tell);
    if (!finished) {
      err.println(
          "dlpo: experiment "
              + experiment.path("experimentId").asText()
              + " is paused; nothing is lost: when that is mended, the same command goes on");
    }
    err.flush();
    return finished && without.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private static boolean isWithoutResult(String status, boolean finished) {
    return finished ? !FINISHED.equals(status) : PAUSED.equals(status);
  }

  private void tell(JsonNode cell) {
    String runId = cell.path("runId").asText();
    String reason =
        rest.find(runId)
            .map(run -> run.path("reason").asText("no reason given"))
            .orElse("it never began");
    err.printf(
        "dlpo: run %s is %s: %s%n",
        runId, cell.path("status").asText().toLowerCase(Locale.ROOT), reason);
  }
}
