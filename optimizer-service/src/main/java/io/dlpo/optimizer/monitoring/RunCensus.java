package io.dlpo.optimizer.monitoring;

import io.dlpo.optimizer.store.RunQueries;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Periodically counts the runs that have not ended, so that a scrape never waits for the database.
 */
@ApplicationScoped
public class RunCensus {

  private static final Logger LOG = Logger.getLogger(RunCensus.class);

  private final RunQueries runs;
  private final RunMeters meters;

  RunCensus(RunQueries runs, RunMeters meters) {
    this.runs = runs;
    this.meters = meters;
  }

  /** Updates the counts. If the query fails, the previous counts remain. */
  @Scheduled(
      every = "${dlpo.optimizer.count-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void count() {
    try {
      meters.alive(runs.alive());
    } catch (RuntimeException fault) {
      LOG.debugf(fault, "the runs could not be counted, the next round tries again");
    }
  }
}
