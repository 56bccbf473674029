package io.dlpo.evaluator.handler;

import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.store.PredictionStore;
import io.dlpo.events.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Publishes results and notes that they are out. */
@ApplicationScoped
class ResultPublisher {

  private final EventPublisher publisher;
  private final PredictionStore predictions;

  ResultPublisher(EventPublisher publisher, PredictionStore predictions) {
    this.publisher = publisher;
    this.predictions = predictions;
  }

  /** Blocks until the broker has it. */
  void publish(BatchScored result) {
    publisher.publish(List.of(result));
    Crash.at(CrashPoint.ANNOUNCED);
    predictions.markPublished(result.evaluation().id());
  }
}
