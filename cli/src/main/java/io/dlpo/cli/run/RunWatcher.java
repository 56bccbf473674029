package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Polls a run until it ends or pauses. */
public final class RunWatcher {

  private static final Duration INTERVAL = Duration.ofMillis(500);

  /** Polls for half a minute. */
  private static final int START_POLLS = 60;

  private static final String RUNNING = "RUNNING";

  private final OptimizerClient optimizer;
  private final String runId;

  public RunWatcher(OptimizerClient optimizer, String runId) {
    this.optimizer = optimizer;
    this.runId = runId;
  }

  /** Receives what happens to a run. */
  public interface Listener {

    /** A step has ended. */
    void step(JsonNode step, JsonNode run);

    /** The current state of the run, a few times a second. */
    void progress(JsonNode run);

    /** The run is stalled, or the optimizer is unreachable. Called once for each reason. */
    void waiting(String message);
  }

  /**
   * Waits while the run is running.
   *
   * @return the final state of the run
   * @throws CliException if the run does not start, or if the optimizer is unreachable for too long
   */
  public JsonNode await(Listener listener) {
    ReconnectPolicy policy = ReconnectPolicy.of(INTERVAL, listener::waiting);
    int shown = 0;
    JsonNode run = started(policy);
    StallDetector stalls = new StallDetector(System::nanoTime);
    while (true) {
      if (decided(run) > shown) {
        JsonNode steps = policy.call(() -> optimizer.steps(runId));
        for (; shown < steps.size(); shown++) {
          listener.step(steps.get(shown), run);
        }
      }
      listener.progress(run);
      stalls.check(run).ifPresent(listener::waiting);
      if (!RUNNING.equals(run.path("status").asText())) {
        return run;
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
      run = policy.call(() -> optimizer.find(runId)).orElse(run);
    }
  }

  private static int decided(JsonNode run) {
    return run.path("accepted").asInt() + run.path("rejected").asInt();
  }

  /** Counts responses and not time, because an unreachable optimizer cannot start a run. */
  private JsonNode started(ReconnectPolicy policy) {
    for (int polls = 0; polls < START_POLLS; polls++) {
      Optional<JsonNode> run = policy.call(() -> optimizer.find(runId));
      if (run.isPresent()) {
        return run.get();
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
    throw new CliException(
        ExitStatus.FAILED,
        "run %s did not start within %d s; see: ./dlpo status"
            .formatted(runId, INTERVAL.multipliedBy(START_POLLS).toSeconds()));
  }
}
