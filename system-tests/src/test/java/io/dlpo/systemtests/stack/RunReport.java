package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code run --json} or REST says of a run.
 *
 * @param json all of it
 */
public record RunReport(JsonNode json) {

  public String runId() {
    return json.path("runId").asText();
  }

  public String status() {
    return json.path("status").asText();
  }

  public String reason() {
    return json.path("reason").asText();
  }

  public String trajectory() {
    return json.path("trajectory").asText();
  }

  public String bestPrompt() {
    return json.path("bestPrompt").asText();
  }

  public int paid() {
    return json.at("/calls/paid").asInt(-1);
  }

  /** Calls of the run, whoever answered. */
  public int calls() {
    return paid() + json.at("/calls/ledger").asInt(-1);
  }

  public int baselineCorrect() {
    return json.at("/baseline/correct").asInt(-1);
  }

  public int bestCorrect() {
    return json.at("/best/correct").asInt(-1);
  }

  public long wallMillis() {
    return json.path("wallMillis").asLong(-1);
  }

  public long criticalPathMillis() {
    return json.path("criticalPathMillis").asLong(-1);
  }
}
