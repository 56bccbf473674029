package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentSpec;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Pairing;
import io.dlpo.studies.experiment.PlannedRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The experiments. All changes are idempotent. Blocks. */
@ApplicationScoped
public class ExperimentStore {

  private static final String INSERT =
      """
      insert into optimizer.experiment (id, name, parallel, pairing, status)
      values (?, ?, ?, ?, 'RUNNING')
      on conflict (id) do update set parallel = excluded.parallel, pairing = excluded.pairing
      """;
  private static final String INSERT_CELL =
      """
      insert into optimizer.experiment_cell
        (experiment_id, cell_id, position, dataset, variant, seed, transfer, run_id, steps, spec)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (experiment_id, cell_id) do nothing
      """;
  private static final String SELECT =
      "select id, name, parallel, pairing, status, created_at, ended_at from optimizer.experiment";
  private static final String OWNED =
      " where id in (select id from optimizer.owner where kind = 'EXPERIMENT' and name = ?)";
  private static final String LATEST = " order by created_at desc, id limit ?";
  private static final String BECOME =
      "update optimizer.experiment set status = ? where id = ? and status <> 'FINISHED'";
  private static final String END =
      "update optimizer.experiment set status = 'FINISHED', ended_at = coalesce(ended_at, now())"
          + " where id = ?";

  private final Sql sql;

  ExperimentStore(AgroalDataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Stores an experiment with its cells. For an existing experiment, updates only the settings that
   * do not affect runs.
   *
   * @param runs the planned runs with resolved specs
   */
  @Transactional
  public void create(ExperimentId id, ExperimentSpec spec, List<PlannedRun> runs) {
    sql.change(INSERT, id.value(), spec.name(), spec.parallel(), spec.pairing().name());
    for (int position = 0; position < runs.size(); position++) {
      PlannedRun run = runs.get(position);
      sql.change(
          INSERT_CELL,
          id.value(),
          run.cell().id(),
          position,
          run.cell().dataset(),
          run.cell().variant(),
          run.cell().seed(),
          run.cell().transfer(),
          id.runId(run.cell()).value(),
          run.spec().path("optimizer").path("steps").asInt(),
          Json.write(run.spec()));
    }
  }

  /** Returns the experiment, or empty if it does not exist. */
  @Transactional
  public Optional<ExperimentView> find(String id) {
    return sql.rows(SELECT + " where id = ?", ExperimentStore::view, id).stream().findFirst();
  }

  /**
   * Lists the latest experiments, newest first.
   *
   * @param owner restricts the list to this owner; empty for all experiments
   */
  @Transactional
  public List<ExperimentView> latest(int count, Optional<String> owner) {
    return owner
        .map(name -> sql.rows(SELECT + OWNED + LATEST, ExperimentStore::view, name, count))
        .orElseGet(() -> sql.rows(SELECT + LATEST, ExperimentStore::view, count));
  }

  /** Lists the experiments that have not ended, oldest first. */
  @Transactional
  public List<ExperimentView> unfinished() {
    return sql.rows(
        SELECT + " where status <> 'FINISHED' order by created_at, id", ExperimentStore::view);
  }

  /** Pauses or resumes an experiment. Has no effect on an experiment that has ended. */
  @Transactional
  public void become(ExperimentId id, ExperimentStatus status) {
    sql.change(BECOME, status.name(), id.value());
  }

  /** Marks an experiment as finished after its last run has ended. */
  @Transactional
  public void end(ExperimentId id) {
    sql.change(END, id.value());
  }

  private static ExperimentView view(ResultSet row) throws SQLException {
    return new ExperimentView(
        new ExperimentId(row.getString("id")),
        row.getString("name"),
        row.getObject("parallel", Integer.class),
        Pairing.valueOf(row.getString("pairing")),
        ExperimentStatus.valueOf(row.getString("status")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("ended_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
