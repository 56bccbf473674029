package io.dlpo.evaluator.handler;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.store.EvaluationStore;
import io.dlpo.events.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Publishes results and notes that they are out. */
@ApplicationScoped
class ResultPublisher {

  private final EventPublisher publisher;
  private final EvaluationStore store;

  ResultPublisher(EventPublisher publisher, EvaluationStore store) {
    this.publisher = publisher;
    this.store = store;
  }

  /** Blocks until the broker has it. */
  void publish(BatchScored result) {
    publisher.publish(List.of(result));
    store.markPublished(result.evaluation().id());
  }
}
