package io.dlpo.systemtests.trial;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a run ended.
 *
 * @param run its id
 * @param status as REST names it
 * @param trajectory digest of every decision
 * @param prompt the best one
 */
public record TrialRun(String run, String status, String trajectory, String prompt) {

  private static final String FINISHED = "FINISHED";

  /** As REST shows a run. */
  public static TrialRun of(JsonNode run) {
    return new TrialRun(
        run.path("runId").asText(),
        run.path("status").asText(),
        run.path("trajectory").asText(),
        run.path("bestPrompt").asText());
  }

  /** Whether it came to its own end. */
  public boolean isFinished() {
    return status.equals(FINISHED);
  }
}
