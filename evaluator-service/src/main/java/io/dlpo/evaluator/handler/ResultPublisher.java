package io.dlpo.evaluator.handler;

import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.store.PredictionStore;
import io.dlpo.events.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Publishes results and records their publication. */
@ApplicationScoped
class ResultPublisher {

  private final EventPublisher publisher;
  private final PredictionStore predictions;
  private final EvaluationMeters meters;

  ResultPublisher(EventPublisher publisher, PredictionStore predictions, EvaluationMeters meters) {
    this.publisher = publisher;
    this.predictions = predictions;
    this.meters = meters;
  }

  /** Blocks until the broker has acknowledged the result. */
  void publish(BatchScored result) {
    publisher.publish(List.of(result));
    Crash.at(CrashPoint.ANNOUNCED);
    if (predictions.markPublished(result.evaluation().id())) {
      meters.published(result);
    }
  }
}
