package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.events.EventProcessor;
import io.dlpo.optimizer.store.RunStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Does what users want of a run: pause, resume, cancel. */
@ApplicationScoped
public class RunCommandHandler {

  private final EventProcessor processor;
  private final RunStore runs;

  RunCommandHandler(EventProcessor processor, RunStore runs) {
    this.processor = processor;
    this.runs = runs;
  }

  /** Runs on a virtual thread. */
  @Incoming("run-commands")
  @RunOnVirtualThread
  @Blocking(value = "runs", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, RunCommanded.class, this::obey);
  }

  private List<Event> obey(RunCommanded commanded) {
    return runs.apply(commanded, (state, context) -> state.commanded(context, commanded));
  }
}
