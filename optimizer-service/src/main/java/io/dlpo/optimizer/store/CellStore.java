package io.dlpo.optimizer.store;

import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.PlannedRun;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of experiments with the states of their runs. All changes are idempotent. Blocks. */
@ApplicationScoped
public class CellStore implements PanacheRepositoryBase<StoredCell, CellKey> {

  private static final String INSERT =
      """
      insert into optimizer.experiment_cell
        (experiment_id, cell_id, position, dataset, variant, seed, transfer, run_id, steps, spec)
      values (:experiment, :cell, :position, :dataset, :variant, :seed, :transfer, :run, :steps, :spec)
      on conflict (experiment_id, cell_id) do nothing
      """;

  /**
   * Reads results only on demand, because they are large. A request counts as lost if its run has
   * not started within a minute. It is then repeated, which is idempotent.
   */
  private static final String STATES =
      """
      select c.dataset, c.variant, c.seed, c.transfer, c.runId, c.steps, c.outcome, r.status,
        case when c.requestedAt > instant - 1 minute then true else false end,
        (select max(s.step) from StoredStep s where s.runId = c.runId),
        case when :results = true then c.result end
      from StoredCell c left join StoredRun r on r.id = c.runId
      where c.experimentId = :experiment
      order by c.position
      """;

  /** Adds the cells of an experiment. Existing cells stay unchanged. */
  @Transactional
  public void add(ExperimentId id, List<PlannedRun> runs) {
    for (int position = 0; position < runs.size(); position++) {
      PlannedRun run = runs.get(position);
      Cell cell = run.cell();
      getSession()
          .createNativeMutationQuery(INSERT)
          .setParameter("experiment", id.value())
          .setParameter("cell", cell.id())
          .setParameter("position", position)
          .setParameter("dataset", cell.dataset())
          .setParameter("variant", cell.variant())
          .setParameter("seed", cell.seed())
          .setParameter("transfer", cell.transfer(), String.class)
          .setParameter("run", id.runId(cell).value())
          .setParameter("steps", run.spec().path("optimizer").path("steps").asInt())
          .setParameter("spec", Json.write(run.spec()))
          .executeUpdate();
    }
  }

  /** Returns all cells in order, without results. */
  @Transactional
  public List<CellState> states(ExperimentId id) {
    return states(id, false);
  }

  /** Returns all cells in order, with the available results. */
  @Transactional
  public List<CellState> results(ExperimentId id) {
    return states(id, true);
  }

  private List<CellState> states(ExperimentId id, boolean results) {
    return getSession()
        .createQuery(STATES, CellProgress.class)
        .setParameter("results", results)
        .setParameter("experiment", id.value())
        .getResultStream()
        .map(CellProgress::state)
        .toList();
  }

  /** Returns the planned run of a cell. */
  @Transactional
  public PlannedRun plan(ExperimentId id, Cell cell) {
    return new PlannedRun(cell, findByIdOptional(key(id, cell)).orElseThrow().spec());
  }

  /** Returns the result of a cell's run, or empty if the run has not ended. */
  @Transactional
  public Optional<CellResult> result(ExperimentId id, Cell cell) {
    return findByIdOptional(key(id, cell)).flatMap(StoredCell::result);
  }

  /** Records that the cell's run was requested. */
  @Transactional
  public void requested(ExperimentId id, Cell cell) {
    update("requestedAt = instant where experimentId = ?1 and cellId = ?2", id.value(), cell.id());
  }

  /** Records the end of a cell. Only the first call has an effect. */
  @Transactional
  public void settle(ExperimentId id, Cell cell, CellStatus outcome, @Nullable CellResult result) {
    update(
        "outcome = ?1, result = ?2 where experimentId = ?3 and cellId = ?4 and outcome is null",
        outcome,
        result == null ? null : Json.write(result),
        id.value(),
        cell.id());
  }

  private static CellKey key(ExperimentId id, Cell cell) {
    return new CellKey(id.value(), cell.id());
  }
}
