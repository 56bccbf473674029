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
 * Sees to it that no evaluation waits for ever: closes those that miss predictions at their
 * deadline, unless they could not come all that time, publishes results that a crash kept back
 * between closing and publication, and removes what comes late of deleted runs.
 */
@ApplicationScoped
public class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private final EvaluationStore store;
  private final ResultPublisher results;
  private final DeletedRuns deleted;
  private final Duration deadline;
  private final Reception reception;

  Sweeper(
      EvaluationStore store,
      ResultPublisher results,
      DeletedRuns deleted,
      GroupHeartbeat heartbeat,
      EvaluatorSettings settings) {
    this.reception = new Reception(heartbeat::isThere, System::nanoTime);
    this.deadline = settings.deadline();
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
      close();
      store.takeUnpublished().forEach(results::publish);
    } catch (RuntimeException fault) {
      LOG.warnf("sweep ended early, the next one goes on: %s", fault.getMessage());
    }
  }

  private void close() {
    try {
      if (reception.lasts(deadline)) {
        store.closeOverdue().forEach(Sweeper::warn);
      }
    } catch (RuntimeException fault) {
      reception.broken();
      throw fault;
    }
  }

  private static void warn(BatchScored overdue) {
    LOG.warnf(
        "evaluation %s of run %s closed at its deadline, %d of %d examples failed",
        overdue.evaluation().id(), overdue.runId(), overdue.failed(), overdue.evaluation().size());
  }
}
