package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.events.EventProcessor;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.optimizer.store.RunStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Applies each score to the run that waits for it. */
@ApplicationScoped
public class ScoreHandler {

  private final EventProcessor processor;
  private final RunStore runs;

  ScoreHandler(EventProcessor processor, RunStore runs) {
    this.processor = processor;
    this.runs = runs;
  }

  /** Runs on a virtual thread. */
  @Incoming("scores")
  @RunOnVirtualThread
  @Blocking(value = "runs", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.processOutcome(record, BatchScored.class, this::score);
  }

  private Outcome score(BatchScored scored) {
    return runs.apply(scored, (state, context) -> state.scored(context, scored));
  }
}
