package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dlpo.cli.CliException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Polls an experiment until it ends or pauses. */
public final class ExperimentWatcher {

  private static final Duration INTERVAL = Duration.ofMillis(700);

  /** Polls for which an experiment must stay paused, because resuming takes a moment. */
  private static final int PAUSED_POLLS = 8;

  private static final Set<String> ENDED = Set.of("FINISHED", "CANCELLED", "FAILED", "SKIPPED");

  private final OptimizerClient optimizer;
  private final String experimentId;
  private final Duration interval;
  private final Set<String> seen = new HashSet<>();

  public ExperimentWatcher(OptimizerClient optimizer, String experimentId) {
    this(optimizer, experimentId, INTERVAL);
  }

  /**
   * @param interval time between two polls
   */
  ExperimentWatcher(OptimizerClient optimizer, String experimentId, Duration interval) {
    this.optimizer = optimizer;
    this.experimentId = experimentId;
    this.interval = interval;
  }

  /** Receives what happens to an experiment. */
  public interface Listener {

    /**
     * A run has ended.
     *
     * @param number how many runs have ended so far
     * @param cell the run's place in the experiment
     * @param run the run; missing if it never started
     */
    void ended(int number, JsonNode cell, JsonNode run, JsonNode experiment);

    /** The current state of the experiment, at each poll. */
    void progress(JsonNode experiment);

    /** The optimizer is unreachable. Called once for each outage. */
    void waiting(String message);
  }

  /**
   * Waits while the experiment is running. Runs that ended before are not reported.
   *
   * @return the final state of the experiment
   * @throws CliException if the optimizer is unreachable for too long
   */
  public JsonNode await(Listener listener) {
    ReconnectPolicy policy = ReconnectPolicy.of(interval, listener::waiting);
    JsonNode experiment = policy.call(() -> optimizer.experiment(experimentId));
    ended(experiment).forEach(cell -> seen.add(cell.path("cellId").asText()));
    int paused = 0;
    while (true) {
      report(experiment, listener, policy);
      String status = experiment.path("status").asText();
      paused = "PAUSED".equals(status) ? paused + 1 : 0;
      if ("FINISHED".equals(status) || paused >= PAUSED_POLLS) {
        return experiment;
      }
      LockSupport.parkNanos(interval.toNanos());
      experiment = policy.call(() -> optimizer.experiment(experimentId));
    }
  }

  private void report(JsonNode experiment, Listener listener, ReconnectPolicy policy) {
    for (JsonNode cell : ended(experiment)) {
      if (seen.add(cell.path("cellId").asText())) {
        listener.ended(seen.size(), cell, run(cell, policy), experiment);
      }
    }
    listener.progress(experiment);
  }

  private static Iterable<JsonNode> ended(JsonNode experiment) {
    return experiment
        .path("cells")
        .valueStream()
        .filter(cell -> ENDED.contains(cell.path("status").asText()))
        .toList();
  }

  private JsonNode run(JsonNode cell, ReconnectPolicy policy) {
    return policy
        .call(() -> optimizer.find(cell.path("runId").asText()))
        .orElseGet(MissingNode::getInstance);
  }
}
