package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A run as returned by {@code run --json} or the REST API.
 *
 * @param json the complete JSON
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

  /** The number of calls of the run, both paid and cached. */
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
