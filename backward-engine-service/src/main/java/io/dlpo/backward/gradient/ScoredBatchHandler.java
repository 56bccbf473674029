package io.dlpo.backward.gradient;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.events.EventProcessor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Publishes the gradient of a scored batch. Stateless: a repeated batch gets its replies from the
 * ledger and gives an identical event.
 */
@ApplicationScoped
public class ScoredBatchHandler {

  private final EventProcessor processor;
  private final GradientWriter writer;

  ScoredBatchHandler(EventProcessor processor, ParallelCalls calls) {
    this.processor = processor;
    this.writer = new GradientWriter(calls);
  }

  /** Runs on a virtual thread. */
  @Incoming("scores")
  @RunOnVirtualThread
  @Blocking(value = "gradient", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, BatchScored.class, this::gradient);
  }

  private List<GradientProduced> gradient(BatchScored scored) {
    return GradientWriter.isDue(scored) ? List.of(writer.write(scored)) : List.of();
  }
}
