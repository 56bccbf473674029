package io.dlpo.optimizer.live;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.PlayedRun;
import io.dlpo.core.step.StepRecord;
import io.dlpo.optimizer.store.RunDetails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One played run in memory, in place of the database. Counts its reads. */
final class PlayedSource implements RunSource {

  static final RunId RUN = new RunId("run-1");

  private static final Engines ENGINES =
      new Engines(Engine.greedy("small"), Engine.greedy("large"));

  private @Nullable PlayedRun run;
  private int changes;
  private int reads;

  PlayedSource(PlayedRun run) {
    this.run = run;
  }

  /** Plays the run on by some events. */
  void play(int events) {
    if (run != null) {
      run.play(events);
      changes++;
    }
  }

  /** Plays the run to its end. */
  void finish() {
    if (run != null) {
      run.play();
      changes++;
    }
  }

  void delete() {
    run = null;
  }

  /** How often the run was read; comparing times of change does not count. */
  int reads() {
    return reads;
  }

  List<StepRecord> steps() {
    return run == null ? List.of() : run.steps();
  }

  @Override
  public Optional<RunDetails> run(RunId runId) {
    reads++;
    return Optional.ofNullable(run).filter(played -> runId.equals(RUN)).map(this::details);
  }

  private RunDetails details(PlayedRun played) {
    return new RunDetails(
        RUN,
        "played",
        ENGINES,
        null,
        null,
        played.view(),
        Instant.EPOCH,
        null,
        1,
        Instant.EPOCH.plusSeconds(changes));
  }

  @Override
  public List<StepRecord> stepsAfter(RunId runId, int step) {
    return steps().stream().filter(made -> made.step() > step).toList();
  }

  @Override
  public boolean isUnchanged(RunDetails known) {
    return run != null && known.changedAt().equals(Instant.EPOCH.plusSeconds(changes));
  }
}
