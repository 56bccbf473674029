package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.events.EventProcessor;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.gateway.ModelGateway;
import io.dlpo.gateway.abandoned.AbandonedEvaluations;
import io.dlpo.optimizer.store.RunDeletions;
import io.dlpo.optimizer.store.RunStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Does what users want of a run: pause, resume, cancel, delete. */
@ApplicationScoped
public class RunCommandHandler {

  private static final Logger LOG = Logger.getLogger(RunCommandHandler.class);

  private final EventProcessor processor;
  private final RunStore runs;
  private final RunDeletions deletions;
  private final ModelGateway gateway;
  private final AbandonedEvaluations abandoned;

  RunCommandHandler(
      EventProcessor processor,
      RunStore runs,
      RunDeletions deletions,
      ModelGateway gateway,
      AbandonedEvaluations abandoned) {
    this.abandoned = abandoned;
    this.processor = processor;
    this.runs = runs;
    this.deletions = deletions;
    this.gateway = gateway;
  }

  /** Runs on a virtual thread. */
  @Incoming("run-commands")
  @RunOnVirtualThread
  @Blocking(value = "runs", ordered = false)
  public void on(ConsumerRecord<String, byte[]> record) {
    processor.processOutcome(record, RunCommanded.class, this::obey);
  }

  private Outcome obey(RunCommanded commanded) {
    return commanded.command() == RunCommand.DELETE ? delete(commanded.runId()) : apply(commanded);
  }

  /** The run goes last: as long as it is there, a repeat knows which replies are its own. */
  private Outcome delete(RunId runId) {
    int replies = deletions.ownScope(runId).map(gateway::forget).orElse(0);
    if (deletions.delete(runId)) {
      LOG.infof("run %s and %d replies of the ledger are deleted", runId.value(), replies);
    }
    return Outcome.NONE;
  }

  /** What a run no longer waits for is not paid for either, from the commit on. */
  private Outcome apply(RunCommanded commanded) {
    List<EvaluationId> left = new ArrayList<>();
    Outcome caused =
        runs.apply(
            commanded,
            (state, context) -> {
              left.clear();
              left.addAll(state.abandonedBy(context, commanded.command()));
              return state.commanded(context, commanded);
            });
    abandoned.add(left);
    return caused;
  }
}
