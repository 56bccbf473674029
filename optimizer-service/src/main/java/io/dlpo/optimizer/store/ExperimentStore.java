package io.dlpo.optimizer.store;

import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentSpec;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.PlannedRun;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The experiments. All changes are idempotent. Blocks. */
@ApplicationScoped
public class ExperimentStore implements PanacheRepositoryBase<StoredExperiment, String> {

  private static final String INSERT =
      """
      insert into optimizer.experiment (id, name, parallel, pairing, status)
      values (:id, :name, :parallel, :pairing, 'RUNNING')
      on conflict (id) do update set parallel = excluded.parallel, pairing = excluded.pairing
      """;

  private static final String NEWEST_FIRST = "order by createdAt desc, id";

  private final CellStore cells;

  ExperimentStore(CellStore cells) {
    this.cells = cells;
  }

  /**
   * Stores an experiment with its cells. For an existing experiment, updates only the settings that
   * do not affect runs.
   *
   * @param runs the planned runs with resolved specs
   */
  @Transactional
  public void create(ExperimentId id, ExperimentSpec spec, List<PlannedRun> runs) {
    getSession()
        .createNativeMutationQuery(INSERT)
        .setParameter("id", id.value())
        .setParameter("name", spec.name())
        .setParameter("parallel", spec.parallel(), Integer.class)
        .setParameter("pairing", spec.pairing().name())
        .executeUpdate();
    cells.add(id, runs);
  }

  /** Returns the experiment, or empty if it does not exist. */
  @Transactional
  public Optional<ExperimentView> view(String id) {
    return findByIdOptional(id).map(StoredExperiment::view);
  }

  /**
   * Lists the latest experiments, newest first.
   *
   * @param owner restricts the list to this owner; empty for all experiments
   */
  @Transactional
  public List<ExperimentView> latest(int count, Optional<String> owner) {
    return views(
        owner
            .map(name -> find(OwnerStore.OWNED + NEWEST_FIRST, Owned.EXPERIMENT, name))
            .orElseGet(() -> find(NEWEST_FIRST))
            .page(0, count)
            .list());
  }

  /** Lists the experiments that have not ended, oldest first. */
  @Transactional
  public List<ExperimentView> unfinished() {
    return views(list("status <> ?1 order by createdAt, id", ExperimentStatus.FINISHED));
  }

  private static List<ExperimentView> views(List<StoredExperiment> rows) {
    return rows.stream().map(StoredExperiment::view).toList();
  }

  /** Pauses or resumes an experiment. Has no effect on an experiment that has ended. */
  @Transactional
  public void become(ExperimentId id, ExperimentStatus status) {
    update(
        "status = ?1 where id = ?2 and status <> ?3",
        status,
        id.value(),
        ExperimentStatus.FINISHED);
  }

  /** Marks an experiment as finished after its last run has ended. */
  @Transactional
  public void end(ExperimentId id) {
    update(
        "status = ?1, endedAt = coalesce(endedAt, instant) where id = ?2",
        ExperimentStatus.FINISHED,
        id.value());
  }
}
