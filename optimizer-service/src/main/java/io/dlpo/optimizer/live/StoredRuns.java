package io.dlpo.optimizer.live;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.step.StepRecord;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.optimizer.store.StepStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The runs of the database. Counts its reads, which must not grow with the number of viewers. */
@ApplicationScoped
class StoredRuns implements RunSource {

  private final RunQueries runs;
  private final StepStore steps;
  private final LongAdder reads = new LongAdder();

  StoredRuns(RunQueries runs, StepStore steps) {
    this.runs = runs;
    this.steps = steps;
  }

  /** The number of reads since the start. */
  long reads() {
    return reads.sum();
  }

  @Override
  public Optional<RunDetails> run(RunId runId) {
    reads.increment();
    return runs.view(runId);
  }

  @Override
  public List<StepRecord> stepsAfter(RunId runId, int step) {
    reads.increment();
    return steps.after(runId, step);
  }

  @Override
  public boolean isUnchanged(RunDetails run) {
    reads.increment();
    return runs.changedAt(run.runId()).filter(run.changedAt()::equals).isPresent();
  }
}
