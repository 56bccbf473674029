package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.TextTable;

/** Runs as a table. */
public final class RunTable {

  private RunTable() {}

  /** Prints a row for each run. */
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
  }
}
