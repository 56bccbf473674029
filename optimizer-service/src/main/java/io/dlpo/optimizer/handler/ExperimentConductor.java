package io.dlpo.optimizer.handler;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.events.EventPublisher;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.store.CellStore;
import io.dlpo.optimizer.store.ExperimentStore;
import io.dlpo.optimizer.store.ExperimentView;
import io.dlpo.optimizer.store.ResolvedRuns;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import io.dlpo.studies.experiment.ExperimentSchedule;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.PlannedRun;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Periodically starts the runs of experiments up to the concurrency limit, and stores the results
 * of runs that have ended. Keeps no state of its own and every action is idempotent, so a crash or
 * a second process does no harm.
 */
@ApplicationScoped
public class ExperimentConductor {

  private static final Logger LOG = Logger.getLogger(ExperimentConductor.class);

  private final ExperimentStore experiments;
  private final CellStore cells;
  private final RunQueries runs;
  private final ResolvedRuns resolved;
  private final EventPublisher publisher;
  private final OptimizerServiceSettings settings;

  ExperimentConductor(
      ExperimentStore experiments,
      CellStore cells,
      RunQueries runs,
      ResolvedRuns resolved,
      EventPublisher publisher,
      OptimizerServiceSettings settings) {
    this.experiments = experiments;
    this.cells = cells;
    this.runs = runs;
    this.resolved = resolved;
    this.publisher = publisher;
    this.settings = settings;
  }

  /** Handles all unfinished experiments. The next round retries whatever fails. */
  @Scheduled(
      every = "${dlpo.optimizer.experiment-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void conduct() {
    try {
      experiments.unfinished().forEach(this::conductSafely);
    } catch (RuntimeException fault) {
      LOG.warnf("round of the experiments ended early, the next goes on: %s", fault.getMessage());
    }
  }

  /** Isolates failures: a failed experiment does not affect the others. */
  private void conductSafely(ExperimentView experiment) {
    try {
      conduct(experiment);
    } catch (RuntimeException fault) {
      LOG.warnf(
          "round of experiment %s ended early, the next goes on: %s",
          experiment.id(), fault.getMessage());
    }
  }

  private void conduct(ExperimentView experiment) {
    cells.states(experiment.id()).stream()
        .filter(cell -> cell.status().hasEnded() && !cell.settled())
        .forEach(cell -> settle(experiment, cell));
    List<CellState> states = cells.states(experiment.id());
    ExperimentSchedule agenda = new ExperimentSchedule(states);
    agenda.skip().forEach(cell -> skip(experiment, cell, "its training did not finish"));
    if (agenda.isDone()) {
      experiments.end(experiment.id());
    } else if (experiment.status() == ExperimentStatus.PAUSED) {
      pause(states);
    } else {
      int parallel = experiment.parallelOr(settings.experimentRuns());
      agenda.begin(parallel).forEach(cell -> begin(experiment, agenda, cell));
    }
  }

  private void settle(ExperimentView experiment, CellState cell) {
    runs.view(cell.runId())
        .ifPresent(
            run ->
                cells.settle(
                    experiment.id(),
                    cell.cell(),
                    cell.status(),
                    CellResult.of(run.view(), run.engines(), run.wallMillis())));
  }

  private void skip(ExperimentView experiment, CellState cell, String reason) {
    LOG.warnf("run %s of experiment %s is skipped: %s", cell.runId(), experiment.id(), reason);
    cells.settle(experiment.id(), cell.cell(), CellStatus.SKIPPED, null);
  }

  /** Also pauses runs that started after the experiment was paused. */
  private void pause(List<CellState> states) {
    List<Event> commands = new ArrayList<>();
    states.stream()
        .filter(cell -> cell.status() == CellStatus.RUNNING)
        .forEach(
            cell ->
                commands.add(
                    new RunCommanded(
                        UUID.randomUUID().toString(), cell.runId(), RunCommand.PAUSE)));
    publisher.publish(commands);
  }

  private void begin(ExperimentView experiment, ExperimentSchedule agenda, CellState cell) {
    PlannedRun plan = cells.plan(experiment.id(), cell.cell());
    Optional<CellResult> trained =
        agenda.training(cell).flatMap(training -> cells.result(experiment.id(), training.cell()));
    try {
      ResolvedRun run =
          resolved.requested(
              trained.map(result -> plan.scoring(result.bestPrompt())).orElse(plan).spec());
      publisher.publish(
          List.of(
              new RunRequested(
                  cell.runId(),
                  run.settings().name(),
                  run.spec(),
                  run.datasetId(),
                  run.sizes(),
                  run.settings().seed())));
      cells.requested(experiment.id(), cell.cell());
    } catch (RefusedException refused) {
      skip(experiment, cell, refused.getMessage());
    }
  }
}
