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
 * Forgets runs that are deleted. The optimizer publishes that command for runs that have ended
 * only, and those never go on; all other commands are the optimizer's.
 */
@ApplicationScoped
public class RunCommandHandler {

  private final EventProcessor processor;
  private final DeletedRuns deleted;

  RunCommandHandler(EventProcessor processor, DeletedRuns deleted) {
    this.processor = processor;
    this.deleted = deleted;
  }

  /** Runs on a virtual thread. */
  @Incoming("run-commands")
  @RunOnVirtualThread
  @Blocking(value = "run-commands", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, RunCommanded.class, this::obey);
  }

  private List<Event> obey(RunCommanded commanded) {
    if (commanded.command() == RunCommand.DELETE) {
      deleted.delete(commanded.runId());
    }
    return List.of();
  }
}
