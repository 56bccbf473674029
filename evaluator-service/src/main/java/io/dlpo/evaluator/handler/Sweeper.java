package io.dlpo.evaluator.handler;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.EvaluatorSettings;
import io.dlpo.evaluator.store.DeletedRuns;
import io.dlpo.evaluator.store.EvaluationStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Ensures that every evaluation ends: closes incomplete evaluations at their deadline, unless their
 * predictions could not arrive all that time; publishes results that a crash left unpublished; and
 * deletes late rows of deleted runs.
 */
@ApplicationScoped
public class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private final EvaluationStore store;
  private final ResultPublisher results;
  private final DeletedRuns deleted;
  private final Duration deadline;
  private final ConsumerUptime uptime;

  Sweeper(
      EvaluationStore store,
      ResultPublisher results,
      DeletedRuns deleted,
      GroupHeartbeat heartbeat,
      EvaluatorSettings settings) {
    this.uptime = new ConsumerUptime(heartbeat::isAlive, System::nanoTime);
    this.deadline = settings.deadline();
    this.store = store;
    this.results = results;
    this.deleted = deleted;
  }

  /** One sweep; what fails is retried in the next one. */
  @Scheduled(
      every = "${dlpo.evaluator.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    try {
      deleted.deleteLate();
      close();
      store.takeUnpublished().forEach(results::publish);
    } catch (RuntimeException fault) {
      LOG.warnf("sweep failed, the next one continues: %s", fault.getMessage());
    }
  }

  private void close() {
    try {
      if (uptime.hasLasted(deadline)) {
        store.closeOverdue().forEach(Sweeper::warn);
      }
    } catch (RuntimeException fault) {
      uptime.reset();
      throw fault;
    }
  }

  private static void warn(BatchScored overdue) {
    LOG.warnf(
        "evaluation %s of run %s closed at its deadline, %d of %d examples failed",
        overdue.evaluation().id(), overdue.runId(), overdue.failed(), overdue.evaluation().size());
  }
}
