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

/** Applies users' commands to runs: pause, resume, cancel and delete. */
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

  /** Deletes the run last: a repeated command needs the run to find its cached replies. */
  private Outcome delete(RunId runId) {
    int replies = deletions.ownScope(runId).map(gateway::forget).orElse(0);
    if (deletions.delete(runId)) {
      LOG.infof("run %s and %d replies of the ledger are deleted", runId.value(), replies);
    }
    return Outcome.NONE;
  }

  /**
   * Abandons evaluations that the run no longer waits for: after the commit, no further calls are
   * made for them.
   */
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
