package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The output of {@code run --json} and {@code show --json}. */
public final class RunJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SIMULATED = "sim-";
  private static final List<String> COPIED =
      List.of(
          "runId",
          "forkedFrom",
          "status",
          "reason",
          "trajectory",
          "steps",
          "accepted",
          "rejected",
          "initialPrompt",
          "bestPrompt",
          "baseline",
          "best",
          "comparison",
          "calls",
          "tokens",
          "budget",
          "wallMillis",
          "criticalPathMillis",
          "warnings",
          "failedRows",
          "arms");

  private RunJson() {}

  /** A run as one JSON object. */
  public static String of(JsonNode run) {
    ObjectNode report = MAPPER.createObjectNode();
    COPIED.forEach(field -> report.set(field, run.path(field)));
    report.put("simulated", isSimulated(run));
    return report.toString();
  }

  /** Whether the simulator replaced a model of the run. */
  public static boolean isSimulated(JsonNode run) {
    return run.path("models").valueStream().anyMatch(model -> model.asText().startsWith(SIMULATED));
  }
}
