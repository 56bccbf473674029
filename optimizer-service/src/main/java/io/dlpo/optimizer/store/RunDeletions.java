package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Deletes runs that have ended. Their ids are kept, so that a repeated request does not start the
 * run again. Idempotent. Blocks.
 */
@ApplicationScoped
public class RunDeletions {

  private static final String STATUS = "select status from optimizer.run where id = ? for update";
  private static final String ROW = "select spec, fork from optimizer.run where id = ?";
  private static final String SHARING =
      "select 1 from optimizer.run where scope = ? and id <> ? limit 1";

  /** Selects runs of earlier versions, which did not store the scope. */
  private static final String WITHOUT_SCOPE =
      "select spec, fork from optimizer.run where scope is null and id <> ?";

  private static final String EXPERIMENT =
      "select experiment_id from optimizer.experiment_cell where run_id = ? and outcome is null";
  private static final String DELETED = "select 1 from optimizer.deleted_run where id = ?";

  /** The order matters: steps and parts reference their run. */
  private static final List<String> DELETE =
      List.of(
          "insert into optimizer.deleted_run (id) values (?) on conflict do nothing",
          "delete from optimizer.step where run_id = ?",
          "delete from optimizer.run_part where run_id = ?",
          "delete from optimizer.outcome where subject = ?",
          "delete from optimizer.owner where kind = 'RUN' and id = ?",
          "delete from optimizer.run where id = ?");

  private final Sql sql;

  RunDeletions(AgroalDataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** Whether the run was deleted. */
  @Transactional
  public boolean isDeleted(RunId runId) {
    return !sql.rows(DELETED, row -> row.getInt(1), runId.value()).isEmpty();
  }

  /** Returns the experiment that has not stored the run's result yet, or empty if there is none. */
  @Transactional
  public Optional<String> neededBy(RunId runId) {
    return sql.rows(EXPERIMENT, row -> row.getString(1), runId.value()).stream().findFirst();
  }

  /**
   * Returns the run's scope of sampled replies if the run has ended and no other run uses the
   * scope. Runs with equal specs share a scope, and forks use their parent's.
   */
  @Transactional
  public Optional<String> ownScope(RunId runId) {
    if (!hasEnded(runId)) {
      return Optional.empty();
    }
    String scope = sql.rows(ROW, RunDeletions::scope, runId.value()).getFirst();
    boolean shared =
        !sql.rows(SHARING, row -> row.getInt(1), scope, runId.value()).isEmpty()
            || sql.rows(WITHOUT_SCOPE, RunDeletions::scope, runId.value()).contains(scope);
    return shared ? Optional.empty() : Optional.of(scope);
  }

  /** Deletes all rows of a run. Has no effect if the run has not ended. */
  @Transactional
  public boolean delete(RunId runId) {
    if (!hasEnded(runId)) {
      return false;
    }
    DELETE.forEach(statement -> sql.change(statement, runId.value()));
    return true;
  }

  private boolean hasEnded(RunId runId) {
    return sql.rows(STATUS, row -> RunStatus.valueOf(row.getString(1)), runId.value()).stream()
        .anyMatch(RunStatus::hasEnded);
  }

  private static String scope(ResultSet row) throws SQLException {
    String fork = row.getString("fork");
    return SampleScopes.of(Json.tree(row.getString("spec")), fork == null ? null : Json.fork(fork));
  }
}
