package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.view.ControlCharacterEscaper;
import java.io.PrintWriter;

/** What a run's end means for a command. */
final class RunExitStatus {

  private static final String FINISHED = "FINISHED";
  private static final String PAUSED = "PAUSED";
  private static final String BUDGET_SPENT = "BUDGET_SPENT";

  private RunExitStatus() {}

  /** The exit status; why a run did not finish, and how to go on, is printed. */
  static int of(JsonNode run, PrintWriter err) {
    String status = run.path("status").asText();
    if (FINISHED.equals(status)) {
      return ExitStatus.DONE;
    }
    String runId = run.path("runId").asText();
    err.printf(
        "dlpo: run %s is %s: %s%n",
        runId, status, ControlCharacterEscaper.text(run.path("reason").asText("no reason given")));
    if (PAUSED.equals(status)) {
      err.printf(
          "      nothing is lost; when that is mended, go on with: ./dlpo resume %s%n", runId);
    }
    err.flush();
    return BUDGET_SPENT.equals(status) ? ExitStatus.BUDGET : ExitStatus.FAILED;
  }
}
