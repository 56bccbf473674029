package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Looks at a run until it neither runs nor can run. */
public final class RunWatcher {

  private static final Duration LOOK = Duration.ofMillis(500);

  /** Half a minute. */
  private static final int BEGIN_LOOKS = 60;

  private static final String RUNNING = "RUNNING";

  private final OptimizerClient rest;
  private final String runId;

  public RunWatcher(OptimizerClient rest, String runId) {
    this.rest = rest;
    this.runId = runId;
  }

  /** What sees a run go on. */
  public interface Listener {

    /** Shows nothing. */
    Listener SILENT =
        new Listener() {
          @Override
          public void step(JsonNode step, JsonNode run) {}

          @Override
          public void progress(JsonNode run) {}

          @Override
          public void waiting(String reason) {}
        };

    /** A step has ended. */
    void step(JsonNode step, JsonNode run);

    /** The run as it stands, a few times a second. */
    void progress(JsonNode run);

    /** The run stands still, or the optimizer is away; told once for each reason, in words. */
    void waiting(String reason);
  }

  /**
   * Waits while the run runs.
   *
   * @return the run as it stands at the end
   * @throws CliException if it does not begin, or the optimizer is gone for good
   */
  public JsonNode await(Listener listener) {
    ReconnectPolicy patience = ReconnectPolicy.of(LOOK, listener::waiting);
    int shown = 0;
    JsonNode run = begun(patience);
    StallDetector standstill = new StallDetector(System::nanoTime);
    while (true) {
      if (decided(run) > shown) {
        JsonNode steps = patience.ask(() -> rest.steps(runId));
        for (; shown < steps.size(); shown++) {
          listener.step(steps.get(shown), run);
        }
      }
      listener.progress(run);
      standstill.look(run).ifPresent(listener::waiting);
      if (!RUNNING.equals(run.path("status").asText())) {
        return run;
      }
      LockSupport.parkNanos(LOOK.toNanos());
      run = patience.ask(() -> rest.find(runId)).orElse(run);
    }
  }

  private static int decided(JsonNode run) {
    return run.path("accepted").asInt() + run.path("rejected").asInt();
  }

  /** Counts answers, not time, for an optimizer that is away has begun nothing. */
  private JsonNode begun(ReconnectPolicy patience) {
    for (int looks = 0; looks < BEGIN_LOOKS; looks++) {
      Optional<JsonNode> run = patience.ask(() -> rest.find(runId));
      if (run.isPresent()) {
        return run.get();
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    throw new CliException(
        ExitStatus.FAILED, "run " + runId + " does not begin; see: ./dlpo status");
  }
}
