package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.events.EventProcessor;
import io.dlpo.events.fault.PermanentFaultException;
import io.dlpo.optimizer.runlog.Beginning;
import io.dlpo.optimizer.runlog.LoggedRuns;
import io.dlpo.optimizer.runlog.UnreadableLogException;
import io.dlpo.optimizer.store.RunStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Begins a run for each request. */
@ApplicationScoped
public class RunRequestHandler {

  private final EventProcessor processor;
  private final RunStore runs;
  private final LoggedRuns logs;

  RunRequestHandler(EventProcessor processor, RunStore runs, LoggedRuns logs) {
    this.processor = processor;
    this.runs = runs;
    this.logs = logs;
  }

  /** Runs on a virtual thread. */
  @Incoming("run-requests")
  @RunOnVirtualThread
  @Blocking(value = "runs", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.process(record, RunRequested.class, this::begin);
  }

  /** A request that comes again is not held to what may be asked for by now. */
  private List<Event> begin(RunRequested request) {
    Optional<List<Event>> known = runs.begun(request);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      return request.fork() == null ? runs.begin(request) : fork(request);
    } catch (RefusedException | UnreadableLogException | IllegalArgumentException e) {
      throw new PermanentFaultException(
          "run " + request.runId().value() + " cannot begin: " + e.getMessage(), e);
    }
  }

  /** The other run is read before the transaction. */
  private List<Event> fork(RunRequested request) {
    Beginning beginning = logs.beginning(request);
    return runs.begin(request, beginning.first(), beginning.inherited());
  }
}
