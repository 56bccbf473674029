package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.Improvement;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.ControlCharacterEscaper;

/** The exit status of a run; says why a run did not finish. */
final class RunExitStatus {

  private static final String FINISHED = "FINISHED";
  private static final String PAUSED = "PAUSED";
  private static final String BUDGET_SPENT = "BUDGET_SPENT";

  private RunExitStatus() {}

  /**
   * The exit status; prints why a run did not finish and how to continue.
   *
   * @param improvementRequired whether a result must show an improvement
   */
  static int of(JsonNode run, boolean improvementRequired, Console console) {
    int status = ofEnd(run, console);
    boolean hasResult = status == ExitStatus.DONE || status == ExitStatus.BUDGET;
    if (!improvementRequired || !hasResult || Improvement.isShownBy(run)) {
      return status;
    }
    console.println(
        "dlpo: ",
        ("run %1$s shows no improvement on its test split. See what its steps gained with:"
                + " ./dlpo report %1$s; small gains need more test rows (dataset.split.test)")
            .formatted(run.path("runId").asText()));
    return ExitStatus.NOT_IMPROVED;
  }

  private static int ofEnd(JsonNode run, Console console) {
    String status = run.path("status").asText();
    if (FINISHED.equals(status)) {
      return ExitStatus.DONE;
    }
    String runId = run.path("runId").asText();
    String reason = ControlCharacterEscaper.text(run.path("reason").asText("no reason given"));
    console.println("dlpo: ", "run %s is %s: %s".formatted(runId, status, reason));
    if (PAUSED.equals(status)) {
      console.println(
          "      ", "Nothing is lost. Fix the cause, then continue with: ./dlpo resume " + runId);
    }
    return BUDGET_SPENT.equals(status) ? ExitStatus.BUDGET : ExitStatus.FAILED;
  }
}
