package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.step.StepRecord;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The finished steps of all runs. */
@ApplicationScoped
public class StepStore implements PanacheRepositoryBase<StoredStep, StepKey> {

  /** Returns a run's steps in order. */
  @Transactional
  public List<StepRecord> of(RunId runId) {
    return list("runId = ?1 order by step", runId.value()).stream()
        .map(StoredStep::record)
        .toList();
  }

  /** Returns a run's steps after a step, in order. */
  @Transactional
  public List<StepRecord> after(RunId runId, int step) {
    return list("runId = ?1 and step > ?2 order by step", runId.value(), step).stream()
        .map(StoredStep::record)
        .toList();
  }
}
