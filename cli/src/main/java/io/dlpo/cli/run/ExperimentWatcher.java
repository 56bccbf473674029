package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dlpo.cli.CliException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Looks at an experiment until it neither runs nor can run. */
public final class ExperimentWatcher {

  private static final Duration LOOK = Duration.ofMillis(700);

  /** Looks for which an experiment must stay paused, since one that is resumed takes a moment. */
  private static final int PAUSED_LOOKS = 8;

  private static final Set<String> ENDED = Set.of("FINISHED", "CANCELLED", "FAILED", "SKIPPED");

  private final OptimizerClient rest;
  private final String experimentId;
  private final Duration look;
  private final Set<String> seen = new HashSet<>();

  public ExperimentWatcher(OptimizerClient rest, String experimentId) {
    this(rest, experimentId, LOOK);
  }

  /**
   * @param look time between two looks
   */
  ExperimentWatcher(OptimizerClient rest, String experimentId, Duration look) {
    this.rest = rest;
    this.experimentId = experimentId;
    this.look = look;
  }

  /** What sees an experiment go on. */
  public interface Listener {

    /**
     * A run has ended.
     *
     * @param number how many have ended by then, with this one
     * @param cell its place in the experiment
     * @param run all of the run; missing if it never began
     */
    void ended(int number, JsonNode cell, JsonNode run, JsonNode experiment);

    /** The experiment as it stands, again and again. */
    void progress(JsonNode experiment);

    /** The optimizer is away; told once for each time, in words. */
    void waiting(String reason);
  }

  /**
   * Waits while the experiment runs. Runs that had ended before are not told.
   *
   * @return the experiment as it stands at the end
   * @throws CliException if the optimizer is gone for good
   */
  public JsonNode await(Listener listener) {
    ReconnectPolicy patience = ReconnectPolicy.of(look, listener::waiting);
    JsonNode experiment = patience.ask(() -> rest.experiment(experimentId));
    ended(experiment).forEach(cell -> seen.add(cell.path("cellId").asText()));
    int paused = 0;
    while (true) {
      tell(experiment, listener, patience);
      String status = experiment.path("status").asText();
      paused = "PAUSED".equals(status) ? paused + 1 : 0;
      if ("FINISHED".equals(status) || paused >= PAUSED_LOOKS) {
        return experiment;
      }
      LockSupport.parkNanos(look.toNanos());
      experiment = patience.ask(() -> rest.experiment(experimentId));
    }
  }

  private void tell(JsonNode experiment, Listener listener, ReconnectPolicy patience) {
    for (JsonNode cell : ended(experiment)) {
      if (seen.add(cell.path("cellId").asText())) {
        listener.ended(seen.size(), cell, run(cell, patience), experiment);
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

  private JsonNode run(JsonNode cell, ReconnectPolicy patience) {
    return patience
        .ask(() -> rest.find(cell.path("runId").asText()))
        .orElseGet(MissingNode::getInstance);
  }
}
