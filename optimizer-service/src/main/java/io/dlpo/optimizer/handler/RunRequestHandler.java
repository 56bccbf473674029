package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.RunRequested;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.events.EventProcessor;
import io.dlpo.events.fault.PermanentFaultException;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.optimizer.runlog.LoggedRuns;
import io.dlpo.optimizer.runlog.RunStart;
import io.dlpo.optimizer.runlog.UnreadableLogException;
import io.dlpo.optimizer.store.RunStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Creates a run for each request. */
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
    processor.processOutcome(record, RunRequested.class, this::begin);
  }

  /**
   * Returns the stored outcome of a repeated request without validating it against current limits.
   */
  private Outcome begin(RunRequested request) {
    Optional<Outcome> known = runs.begun(request);
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

  /** Replays the parent run before the transaction. */
  private Outcome fork(RunRequested request) {
    RunStart start = logs.start(request);
    return runs.begin(request, start.first(), start.inherited());
  }
}
