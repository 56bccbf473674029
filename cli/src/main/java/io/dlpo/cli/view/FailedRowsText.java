package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;

/** The rows that count as wrong answers because their calls failed. */
final class FailedRowsText {

  /** Number of rows in a summary. */
  static final int FIRST = 5;

  private static final String INDENT = " ".repeat(10);

  private FailedRowsText() {}

  /** Prints the first rows of a run; nothing if there are none. */
  static void first(JsonNode run, Console console) {
    JsonNode rows = run.path("failedRows");
    if (rows.isEmpty()) {
      return;
    }
    console.println(
        "failed    ",
        rows.size() == 1
            ? "1 row counts as wrong because its calls failed (failures.tolerate):"
            : "%d rows count as wrong because their calls failed (failures.tolerate):"
                .formatted(rows.size()));
    rows.valueStream().limit(FIRST).forEach(row -> console.println(INDENT, line(row)));
    if (rows.size() > FIRST) {
      console.println(
          INDENT,
          "and %d more, see ./dlpo report %s"
              .formatted(rows.size() - FIRST, run.path("runId").asText()));
    }
  }

  /** A row, its first failure, and in how many evaluations it counts as wrong. */
  static String line(JsonNode row) {
    int count = row.path("count").asInt();
    return "%s, in %d %s: %s"
        .formatted(
            Formats.line(row.path("id").asText()),
            count,
            count == 1 ? "evaluation" : "evaluations",
            Formats.line(row.path("message").asText()));
  }
}
