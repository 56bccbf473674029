package io.dlpo.evaluator.handler;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.evaluator.store.PredictionStore;
import io.dlpo.events.EventProcessor;
import io.dlpo.events.trace.EventTracer;
import io.dlpo.events.trace.Traceparent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Scores each prediction and publishes the result of the evaluation that it completes. */
@ApplicationScoped
public class PredictionHandler {

  private final EventProcessor processor;
  private final PredictionScorer scorer;
  private final PredictionStore predictions;
  private final ResultPublisher results;
  private final EventTracer tracer;

  PredictionHandler(
      EventProcessor processor,
      PredictionScorer scorer,
      PredictionStore predictions,
      ResultPublisher results,
      EventTracer tracer) {
    this.tracer = tracer;
    this.processor = processor;
    this.scorer = scorer;
    this.predictions = predictions;
    this.results = results;
  }

  /** Runs on a virtual thread; {@code dlpo.evaluator.concurrency} limits their number. */
  @Incoming("predictions")
  @RunOnVirtualThread
  @Blocking(value = "evaluator", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, PredictionProduced.class, this::collect);
  }

  private List<Event> collect(PredictionProduced prediction) {
    Traceparent span = tracer.current();
    predictions
        .count(
            prediction.evaluation(), scorer.score(prediction), span == null ? null : span.value())
        .ifPresent(results::publish);
    // The result was published above, so that its publication can be recorded.
    return List.of();
  }
}
