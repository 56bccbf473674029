package io.dlpo.forward.fanout;

import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.events.EventProcessor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Turns each part of an evaluation into one task per example, so that all workers share the work. A
 * repeated part gives the same tasks again; the ledger and the evaluator make that harmless.
 */
@ApplicationScoped
public class ProposalHandler {

  private final EventProcessor processor;

  ProposalHandler(EventProcessor processor) {
    this.processor = processor;
  }

  /** Runs on a virtual thread. */
  @Incoming("proposals")
  @RunOnVirtualThread
  @Blocking(value = "fan-out", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, PromptProposed.class, ProposalHandler::fanOut);
  }

  /** One task for each example of the part, in order. */
  static List<ExampleRequested> fanOut(PromptProposed proposal) {
    return proposal.examples().stream()
        .map(example -> new ExampleRequested(proposal.evaluation(), example))
        .toList();
  }
}
