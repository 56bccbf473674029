package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.events.EventProcessor;
import io.dlpo.optimizer.store.PromptRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Applies users' commands to named prompts. */
@ApplicationScoped
public class PromptCommandHandler {

  private final EventProcessor processor;
  private final PromptRegistry registry;

  PromptCommandHandler(EventProcessor processor, PromptRegistry registry) {
    this.processor = processor;
    this.registry = registry;
  }

  /**
   * Runs on a virtual thread. The worker's concurrency is 1, so that the events of a name are
   * published in the order of its changes.
   */
  @Incoming("prompt-commands")
  @RunOnVirtualThread
  @Blocking(value = "prompts", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.processOutcome(record, PromptCommanded.class, registry::apply);
  }
}
