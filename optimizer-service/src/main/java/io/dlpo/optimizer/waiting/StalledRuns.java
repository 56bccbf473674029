package io.dlpo.optimizer.waiting;

import io.dlpo.contracts.id.RunId;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Looks for runs that run and stand still, and reports each once for as long as it does. */
@ApplicationScoped
public class StalledRuns {

  private static final Logger LOG = Logger.getLogger(StalledRuns.class);

  private final RunStore runs;
  private final RunWaiting waiting;
  private final Duration patience;
  private volatile Map<RunId, Instant> stalled = Map.of();

  StalledRuns(RunStore runs, RunWaiting waiting, OptimizerServiceSettings settings) {
    this.runs = runs;
    this.waiting = waiting;
    this.patience = settings.stalledAfter();
  }

  /** How many there were at the last look; for metrics. */
  public int count() {
    return stalled.size();
  }

  /** One round; what fails in it is tried again in the next. */
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
