package io.dlpo.systemtests.trial;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The outcome of a run.
 *
 * @param run the id
 * @param status the status in the REST API
 * @param trajectory the digest of all decisions
 * @param prompt the best prompt
 */
public record TrialRun(String run, String status, String trajectory, String prompt) {

  private static final String FINISHED = "FINISHED";

  /** Parses a run from the REST API. */
  public static TrialRun of(JsonNode run) {
    return new TrialRun(
        run.path("runId").asText(),
        run.path("status").asText(),
        run.path("trajectory").asText(),
        run.path("bestPrompt").asText());
  }

  /** Whether the run finished. */
  public boolean isFinished() {
    return status.equals(FINISHED);
  }
}
