package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunStatus;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.CellStatus;
import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.PlannedRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of experiments with the states of their runs. All changes are idempotent. Blocks. */
@ApplicationScoped
public class CellStore {

  /**
   * A request counts as lost if its run has not started within a minute. It is then repeated, which
   * is idempotent.
   */
  private static final String STATES =
      """
      select c.cell_id, c.dataset, c.variant, c.seed, c.transfer, c.run_id, c.steps, c.outcome,
        r.status, c.requested_at > now() - interval '1 minute' as requested,
        (select max(step) from optimizer.step s where s.run_id = c.run_id) as step, %s as result
      from optimizer.experiment_cell c left join optimizer.run r on r.id = c.run_id
      where c.experiment_id = ? order by c.position
      """;

  private static final String SPEC =
      "select spec from optimizer.experiment_cell where experiment_id = ? and cell_id = ?";
  private static final String RESULT =
      "select result from optimizer.experiment_cell where experiment_id = ? and cell_id = ?"
          + " and result is not null";
  private static final String REQUESTED =
      "update optimizer.experiment_cell set requested_at = now()"
          + " where experiment_id = ? and cell_id = ?";
  private static final String SETTLE =
      "update optimizer.experiment_cell set outcome = ?, result = ?"
          + " where experiment_id = ? and cell_id = ? and outcome is null";

  private final Sql sql;

  CellStore(AgroalDataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Returns all cells in order, without results. */
  @Transactional
  public List<CellState> states(ExperimentId id) {
    return sql.rows(STATES.formatted("null"), CellStore::state, id.value());
  }

  /** Returns all cells in order, with the available results. */
  @Transactional
  public List<CellState> results(ExperimentId id) {
    return sql.rows(STATES.formatted("c.result"), CellStore::state, id.value());
  }

  /** Returns the planned run of a cell. */
  @Transactional
  public PlannedRun plan(ExperimentId id, Cell cell) {
    return sql.rows(
            SPEC, row -> new PlannedRun(cell, Json.object(row.getString(1))), id.value(), cell.id())
        .getFirst();
  }

  /** Returns the result of a cell's run, or empty if the run has not ended. */
  @Transactional
  public Optional<CellResult> result(ExperimentId id, Cell cell) {
    return sql.rows(RESULT, row -> Json.result(row.getString(1)), id.value(), cell.id()).stream()
        .findFirst();
  }

  /** Records that the cell's run was requested. */
  @Transactional
  public void requested(ExperimentId id, Cell cell) {
    sql.change(REQUESTED, id.value(), cell.id());
  }

  /** Records the end of a cell. Only the first call has an effect. */
  @Transactional
  public void settle(ExperimentId id, Cell cell, CellStatus outcome, @Nullable CellResult result) {
    sql.change(
        SETTLE, outcome.name(), result == null ? null : Json.write(result), id.value(), cell.id());
  }

  private static CellState state(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return new CellState(
        new Cell(
            row.getString("dataset"),
            row.getString("variant"),
            row.getInt("seed"),
            row.getString("transfer")),
        new RunId(row.getString("run_id")),
        status(row),
        row.getString("outcome") != null,
        row.getInt("step"),
        row.getInt("steps"),
        result == null ? null : Json.result(result));
  }

  private static CellStatus status(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    if (outcome != null) {
      return CellStatus.valueOf(outcome);
    }
    String status = row.getString("status");
    if (status != null) {
      return CellStatus.of(RunStatus.valueOf(status));
    }
    return row.getBoolean("requested") ? CellStatus.REQUESTED : CellStatus.WAITING;
  }
}
