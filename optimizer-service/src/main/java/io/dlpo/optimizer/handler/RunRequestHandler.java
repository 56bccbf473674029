package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.events.EventProcessor;
import io.dlpo.events.fault.PermanentFaultException;
import io.dlpo.optimizer.refusal.RefusedException;
import io.dlpo.optimizer.store.RunStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Begins a run for each request. */
@ApplicationScoped
public class RunRequestHandler {

  private final EventProcessor processor;
  private final RunStore runs;

  RunRequestHandler(EventProcessor processor, RunStore runs) {
    this.processor = processor;
    this.runs = runs;
  }

  /** Runs on a virtual thread. */
  @Incoming("run-requests")
  @RunOnVirtualThread
  @Blocking(value = "runs", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, RunRequested.class, this::begin);
  }

  private List<Event> begin(RunRequested request) {
    try {
      return runs.begin(request);
    } catch (RefusedException e) {
      throw new PermanentFaultException(
          "run " + request.runId().value() + " cannot begin: " + e.getMessage(), e);
    }
  }
}
