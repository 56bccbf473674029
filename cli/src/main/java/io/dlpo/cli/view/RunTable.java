package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Runs, a line each. */
public final class RunTable {

  private static final String LINE = "%-20s %-24s %-10s %7s  %-18s %-18s%n";

  private RunTable() {}

  public static void print(JsonNode runs, PrintWriter out) {
    out.printf(LINE, "RUN", "NAME", "STATUS", "STEP", "BASELINE", "BEST");
    for (JsonNode run : runs) {
      out.printf(
          LINE,
          run.path("runId").asText(),
          Formats.line(run.path("name").asText()),
          run.path("status").asText(),
          run.path("step").asInt() + "/" + run.path("steps").asInt(),
          Formats.score(run.path("baseline")),
          Formats.score(run.path("best")));
    }
    out.flush();
  }
}
