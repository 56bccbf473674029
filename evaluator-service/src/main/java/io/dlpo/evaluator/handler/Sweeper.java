package io.dlpo.evaluator.handler;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.store.DeletedRuns;
import io.dlpo.evaluator.store.EvaluationStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Sees to it that no evaluation waits for ever: closes those that miss predictions at their
 * deadline, publishes results that a crash kept back between closing and publication, and removes
 * what comes late of deleted runs.
 */
@ApplicationScoped
public class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private final EvaluationStore store;
  private final ResultPublisher results;
  private final DeletedRuns deleted;

  Sweeper(EvaluationStore store, ResultPublisher results, DeletedRuns deleted) {
    this.store = store;
    this.results = results;
    this.deleted = deleted;
  }

  /** One round; what fails in it is tried again in the next. */
  @Scheduled(
      every = "${dlpo.evaluator.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    try {
      deleted.deleteLate();
      store.closeOverdue().forEach(Sweeper::warn);
      store.takeUnpublished().forEach(results::publish);
    } catch (RuntimeException fault) {
      LOG.warnf("sweep ended early, the next one goes on: %s", fault.getMessage());
    }
  }

  private static void warn(BatchScored overdue) {
    LOG.warnf(
        "evaluation %s of run %s closed at its deadline, %d of %d examples failed",
        overdue.evaluation().id(), overdue.runId(), overdue.failed(), overdue.evaluation().size());
  }
}
