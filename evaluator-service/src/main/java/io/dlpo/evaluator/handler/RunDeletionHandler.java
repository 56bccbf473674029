package io.dlpo.evaluator.handler;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.evaluator.store.DeletedRuns;
import io.dlpo.events.EventProcessor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Deletes the data of deleted runs. The optimizer publishes this command only for runs that have
 * ended, and those never continue. All other commands are handled by the optimizer.
 */
@ApplicationScoped
public class RunDeletionHandler {

  private final EventProcessor processor;
  private final DeletedRuns deleted;

  RunDeletionHandler(EventProcessor processor, DeletedRuns deleted) {
    this.processor = processor;
    this.deleted = deleted;
  }

  /** Runs on a virtual thread. */
  @Incoming("run-commands")
  @RunOnVirtualThread
  @Blocking(value = "run-commands", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, RunCommanded.class, this::handle);
  }

  private List<Event> handle(RunCommanded commanded) {
    if (commanded.command() == RunCommand.DELETE) {
      deleted.delete(commanded.runId());
    }
    return List.of();
  }
}
