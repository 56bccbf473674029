package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.RunId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deletes runs that have ended. Their ids are kept, so that a repeated request does not start the
 * run again. Idempotent. Blocks.
 */
@ApplicationScoped
public class RunDeletions implements PanacheRepositoryBase<StoredRun, String> {

  private static final String KEEP_ID =
      "insert into optimizer.deleted_run (id) values (:id) on conflict do nothing";
  private static final String DELETE_OUTCOMES = "delete from optimizer.outcome where subject = :id";

  /** Selects runs of earlier versions, which did not store the scope. */
  private static final String WITHOUT_SCOPE =
      "select r.spec, r.fork from StoredRun r where r.scope is null and r.id <> ?1";

  private final StepStore steps;
  private final PartStore parts;
  private final OwnerStore owners;
  private final CellStore cells;

  RunDeletions(StepStore steps, PartStore parts, OwnerStore owners, CellStore cells) {
    this.steps = steps;
    this.parts = parts;
    this.owners = owners;
    this.cells = cells;
  }

  /** Whether the run was deleted. */
  @Transactional
  public boolean isDeleted(RunId runId) {
    return getSession().find(StoredDeletion.class, runId.value()) != null;
  }

  /** Returns the experiment that has not stored the run's result yet, or empty if there is none. */
  @Transactional
  public Optional<String> neededBy(RunId runId) {
    return cells
        .find("runId = ?1 and outcome is null", runId.value())
        .firstResultOptional()
        .map(StoredCell::experimentId);
  }

  /**
   * Returns the run's scope of sampled replies if the run has ended and no other run uses the
   * scope. Runs with equal specs share a scope, and forks use their parent's.
   */
  @Transactional
  public Optional<String> ownScope(RunId runId) {
    return ended(runId)
        .map(row -> SampleScopes.of(row.spec(), row.fork()))
        .filter(scope -> !isShared(scope, runId));
  }

  private boolean isShared(String scope, RunId runId) {
    return count("scope = ?1 and id <> ?2", scope, runId.value()) > 0
        || getSession()
            .createQuery(WITHOUT_SCOPE, Object[].class)
            .setParameter(1, runId.value())
            .getResultStream()
            .anyMatch(row -> scope.equals(scope((String) row[0], (String) row[1])));
  }

  private static String scope(String spec, @Nullable String fork) {
    return SampleScopes.of(Json.tree(spec), fork == null ? null : Json.fork(fork));
  }

  /** Deletes all rows of a run. Has no effect if the run has not ended. */
  @Transactional
  public boolean delete(RunId runId) {
    Optional<StoredRun> ended = ended(runId);
    ended.ifPresent(
        row -> {
          String id = runId.value();
          change(KEEP_ID, id);
          // The order matters: steps and parts reference their run.
          steps.delete("runId", id);
          parts.delete("runId", id);
          change(DELETE_OUTCOMES, id);
          owners.delete("kind = ?1 and id = ?2", Owned.RUN, id);
          delete(row);
        });
    return ended.isPresent();
  }

  private void change(String statement, String id) {
    getSession().createNativeMutationQuery(statement).setParameter("id", id).executeUpdate();
  }

  /** Locks the run. Returns empty if it has not ended or does not exist. */
  private Optional<StoredRun> ended(RunId runId) {
    return findByIdOptional(runId.value(), LockModeType.PESSIMISTIC_WRITE)
        .filter(StoredRun::hasEnded);
  }
}
