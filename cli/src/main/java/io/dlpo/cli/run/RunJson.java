package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What {@code run --json} says of a run. */
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
          "arms");

  private RunJson() {}

  /** One JSON object. */
  public static String json(JsonNode run) {
    ObjectNode report = MAPPER.createObjectNode();
    COPIED.forEach(field -> report.set(field, run.path(field)));
    report.put("simulated", isSimulated(run));
    return report.toString();
  }

  /** Whether a model of the run is the simulator's. */
  public static boolean isSimulated(JsonNode run) {
    return run.path("models").valueStream().anyMatch(model -> model.asText().startsWith(SIMULATED));
  }
}
