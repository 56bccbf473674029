package io.dlpo.optimizer.waiting;

import io.dlpo.contracts.id.RunId;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunQueries;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Detects stalled runs and logs each of them once until it continues. */
@ApplicationScoped
public class StalledRuns {

  private static final Logger LOG = Logger.getLogger(StalledRuns.class);

  private final RunQueries runs;
  private final RunWaiting waiting;
  private final Duration patience;
  private volatile Map<RunId, Instant> stalled = Map.of();

  StalledRuns(RunQueries runs, RunWaiting waiting, OptimizerServiceSettings settings) {
    this.runs = runs;
    this.waiting = waiting;
    this.patience = settings.stalledAfter();
  }

  /** The number of stalled runs at the last check; for metrics. */
  public int count() {
    return stalled.size();
  }

  /** Checks all running runs. The next round retries whatever fails. */
  @Scheduled(
      every = "${dlpo.optimizer.stalled-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      List<RunDetails> found = runs.unchangedSince(Instant.now().minus(patience));
      Map<RunId, Instant> now = new HashMap<>();
      for (RunDetails run : found) {
        now.put(run.runId(), run.changedAt());
        if (!run.changedAt().equals(stalled.get(run.runId()))) {
          report(run);
        }
      }
      stalled = Map.copyOf(now);
    } catch (RuntimeException fault) {
      LOG.warnf("look for runs that stand still ended early: %s", fault.getMessage());
    }
  }

  private void report(RunDetails run) {
    LOG.warnf(
        "run %s stands still since %s and waits for %s",
        run.runId().value(), run.changedAt(), waiting.of(run).orElse("nothing"));
  }
}
