package io.dlpo.evaluator.handler;

import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.store.PredictionStore;
import io.dlpo.evaluator.store.TraceStore;
import io.dlpo.events.EventPublisher;
import io.dlpo.events.trace.EventTracer;
import io.dlpo.events.trace.Traceparent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Publishes results and records their publication. Each result is published in a span that links to
 * those of its examples.
 */
@ApplicationScoped
class ResultPublisher {

  private static final AttributeKey<String> PURPOSE = AttributeKey.stringKey("dlpo.purpose");
  private static final AttributeKey<Long> EXAMPLES = AttributeKey.longKey("dlpo.examples");

  private final EventPublisher publisher;
  private final PredictionStore predictions;
  private final EvaluationMeters meters;
  private final EventTracer tracer;
  private final TraceStore traces;

  ResultPublisher(
      EventPublisher publisher,
      PredictionStore predictions,
      EvaluationMeters meters,
      EventTracer tracer,
      TraceStore traces) {
    this.tracer = tracer;
    this.traces = traces;
    this.publisher = publisher;
    this.predictions = predictions;
    this.meters = meters;
  }

  /** Blocks until the broker has acknowledged the result. */
  void publish(BatchScored result) {
    tracer.join(
        "evaluation",
        result,
        attributes(result.evaluation()),
        examples(result.evaluation()),
        () -> publisher.publish(List.of(result)));
    Crash.at(CrashPoint.ANNOUNCED);
    if (predictions.markPublished(result.evaluation().id())) {
      meters.published(result);
    }
  }

  private List<Traceparent> examples(Evaluation evaluation) {
    return tracer.isOn()
        // The current span may be one of them, which needs no link.
        ? traces.latest(evaluation.id(), EventTracer.MAX_LINKS + 1).stream()
            .map(Traceparent::new)
            .toList()
        : List.of();
  }

  private static Attributes attributes(Evaluation evaluation) {
    return Attributes.of(
        PURPOSE, CallPurpose.of(evaluation.purpose()).label(), EXAMPLES, (long) evaluation.size());
  }
}
