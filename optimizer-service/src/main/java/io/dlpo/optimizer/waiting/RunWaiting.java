package io.dlpo.optimizer.waiting;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.Awaited;
import io.dlpo.core.run.RunStatus;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Describes what a run waits for. Blocks for a few seconds at most. */
@ApplicationScoped
public class RunWaiting {

  /** Does not query the broker for a run that changed more recently. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private final RunQueries runs;
  private final Groups groups;
  private final Duration repeatAfter;

  RunWaiting(RunQueries runs, Groups groups, OptimizerServiceSettings settings) {
    this.runs = runs;
    this.groups = groups;
    this.repeatAfter = settings.repeatAfter();
  }

  /** Describes what the run waits for, or returns empty if the run has ended. */
  public Optional<String> of(RunDetails run) {
    return switch (run.view().status()) {
      case PAUSED -> Optional.of("paused: " + run.view().reason());
      case RUNNING ->
          awaited(run.runId())
              .map(
                  awaited ->
                      stoodStill(run, SOON) ? detailed(awaited) : WaitingText.brief(awaited));
      case FINISHED, BUDGET_SPENT, CANCELLED, FAILED -> Optional.empty();
    };
  }

  /** Whether a running run has been inactive long enough to repeat the request it waits for. */
  public boolean isStill(RunDetails run) {
    return run.view().status() == RunStatus.RUNNING && stoodStill(run, repeatAfter);
  }

  private Optional<Awaited> awaited(RunId runId) {
    return runs.state(runId).flatMap(stored -> stored.state().awaits(stored.context()));
  }

  private String detailed(Awaited awaited) {
    Optional<Map<PipelineStage, GroupState>> now = groups.now();
    return now.isPresent()
        ? WaitingText.of(awaited, now.get())
        : WaitingText.brief(awaited) + "; Kafka does not say who has work left";
  }

  private static boolean stoodStill(RunDetails run, Duration time) {
    return run.changedAt().plus(time).isBefore(Instant.now());
  }
}
