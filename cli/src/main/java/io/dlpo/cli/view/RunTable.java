package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.TextTable;
import java.util.Map;

/** Runs as a table, and why some of them are paused or failed. */
public final class RunTable {

  private static final Map<String, String> EXPLAINED =
      Map.of("PAUSED", "is paused", "FAILED", "failed");
  private static final int MAX_REASON = 160;

  private RunTable() {}

  /** Prints a row for each run, then the reasons in short. */
  public static void print(JsonNode runs, Console console) {
    TextTable table =
        new TextTable()
            .text("RUN")
            .cutText("NAME")
            .text("STATUS")
            .number("STEP")
            .text("BASELINE")
            .text("BEST");
    for (JsonNode run : runs) {
      table.row(
          run.path("runId").asText(),
          Formats.line(run.path("name").asText()),
          run.path("status").asText(),
          run.path("step").asInt() + "/" + run.path("steps").asInt(),
          Formats.score(run.path("baseline")),
          Formats.score(run.path("best")));
    }
    table.print(console);
    runs.valueStream()
        .filter(run -> EXPLAINED.containsKey(run.path("status").asText()))
        .filter(run -> run.path("reason").isTextual())
        .forEach(run -> console.printlnCut(reason(run)));
  }

  private static String reason(JsonNode run) {
    String reason = Formats.line(run.path("reason").asText());
    return "%s %s: %s"
        .formatted(
            run.path("runId").asText(),
            EXPLAINED.get(run.path("status").asText()),
            reason.codePointCount(0, reason.length()) <= MAX_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, MAX_REASON)).stripTrailing()
                    + "…");
  }
}
