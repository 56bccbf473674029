package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.ControlCharacterEscaper;
import java.util.List;
import java.util.Locale;

/** The exit status of an experiment; says why a run has no result. */
final class ExperimentExitStatus {

  private static final String FINISHED = "FINISHED";
  private static final String PAUSED = "PAUSED";

  private final OptimizerClient optimizer;
  private final Console console;

  ExperimentExitStatus(OptimizerClient optimizer, Console console) {
    this.optimizer = optimizer;
    this.console = console;
  }

  /** The exit status. */
  int of(JsonNode experiment) {
    boolean finished = FINISHED.equals(experiment.path("status").asText());
    List<JsonNode> withoutResult =
        experiment
            .path("cells")
            .valueStream()
            .filter(cell -> isWithoutResult(cell.path("status").asText(), finished))
            .toList();
    withoutResult.forEach(this::print);
    if (!finished) {
      console.println(
          "dlpo: ",
          ("experiment %s is paused; nothing is lost. Fix the cause, then run the same command"
                  + " again to resume it.")
              .formatted(experiment.path("experimentId").asText()));
    }
    return finished && withoutResult.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private static boolean isWithoutResult(String status, boolean finished) {
    return finished ? !FINISHED.equals(status) : PAUSED.equals(status);
  }

  private void print(JsonNode cell) {
    String runId = cell.path("runId").asText();
    String reason =
        optimizer
            .find(runId)
            .map(run -> run.path("reason").asText("no reason given"))
            .orElse("it did not start");
    console.println(
        "dlpo: ",
        "run %s is %s: %s"
            .formatted(
                runId,
                cell.path("status").asText().toLowerCase(Locale.ROOT),
                ControlCharacterEscaper.text(reason)));
  }
}
