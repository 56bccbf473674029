package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.RunView;
import io.dlpo.core.spec.CanonicalSpec;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.studies.estimate.PastRun;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads runs without locking them. Lists leave out runs that a newer version has changed; other
 * methods refuse them with a {@link io.dlpo.events.fault.NewerVersionException}. Blocks.
 */
@ApplicationScoped
public class RunQueries implements PanacheRepositoryBase<StoredRun, String> {

  private static final String NEWEST_FIRST = "order by createdAt desc, id";
  private static final int MOST_STALLED = 100;

  private final ResolvedRuns resolved;
  private final PartStore parts;

  RunQueries(ResolvedRuns resolved, PartStore parts) {
    this.resolved = resolved;
    this.parts = parts;
  }

  /** Returns the run's state and context, or empty if the run does not exist. */
  @Transactional
  public Optional<StoredState> state(RunId runId) {
    return findByIdOptional(runId.value())
        .flatMap(
            row ->
                parts
                    .find(row)
                    .map(state -> new StoredState(state, resolved.context(row, Instant.now()))));
  }

  /** Returns the run, or empty if it does not exist. */
  @Transactional
  public Optional<RunDetails> view(RunId runId) {
    return findByIdOptional(runId.value())
        .flatMap(
            row ->
                parts
                    .find(row)
                    .map(
                        state ->
                            view(row, resolved.of(row.spec()).settings(), state, Instant.now())));
  }

  /** Returns when the run last changed, or empty if it does not exist. Reads little. */
  @Transactional
  public Optional<Instant> changedAt(RunId runId) {
    return getEntityManager()
        .createQuery("select changedAt from StoredRun where id = ?1", Instant.class)
        .setParameter(1, runId.value())
        .getResultStream()
        .findFirst();
  }

  /** Whether a run with this id exists, and its spec is another one. Names do not count. */
  @Transactional
  public boolean hasOtherSpec(RunId runId, ResolvedRun run) {
    return findByIdOptional(runId.value())
        .map(row -> CanonicalSpec.scope((ObjectNode) row.spec()))
        .filter(scope -> !scope.equals(CanonicalSpec.scope(run.spec())))
        .isPresent();
  }

  /** Returns the data that a fork of the run needs, or empty if the run does not exist. */
  @Transactional
  public Optional<ForkSource> forkSource(RunId runId) {
    return findByIdOptional(runId.value())
        .flatMap(row -> parts.find(row).map(state -> forkSource(row, state.view())));
  }

  private ForkSource forkSource(StoredRun row, RunView view) {
    return new ForkSource(
        row.runId(),
        (ObjectNode) row.spec(),
        resolved.context(row, Instant.now()).settings().sampleScope(),
        row.fork(),
        view.accepted() + view.rejected());
  }

  /**
   * Lists the latest runs, newest first.
   *
   * @param owner restricts the list to this owner; empty for all runs
   */
  @Transactional
  public List<RunDetails> latest(int count, Optional<String> owner) {
    return views(
        owner
            .map(name -> find(OwnerStore.OWNED + NEWEST_FIRST, Owned.RUN, name))
            .orElseGet(() -> find(NEWEST_FIRST))
            .page(0, count)
            .list());
  }

  /** Lists the runs that finished last, without forks; estimates learn from them. */
  @Transactional
  public List<PastRun> finished(int count) {
    List<StoredRun> rows =
        find("status = ?1 and fork is null order by endedAt desc, id", RunStatus.FINISHED)
            .page(0, count)
            .list();
    Map<StoredRun, RunState> states = parts.states(rows);
    return rows.stream()
        .filter(states::containsKey)
        .flatMap(
            row ->
                resolved.known(row.spec()).map(run -> past(run, states.get(row).view())).stream())
        .toList();
  }

  /** Lists a limited number of running runs that have not changed since a point in time. */
  @Transactional
  public List<RunDetails> unchangedSince(Instant since) {
    return views(
        find("status = ?1 and changedAt < ?2 order by changedAt", RunStatus.RUNNING, since)
            .page(0, MOST_STALLED)
            .list());
  }

  /** Counts the runs that have not ended, by status. */
  @Transactional
  public Map<RunStatus, Long> alive() {
    return getEntityManager()
        .createQuery(
            "select status, count(*) from StoredRun where endedAt is null group by status",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (RunStatus) row[0], row -> (Long) row[1]));
  }

  private static PastRun past(ResolvedRun run, RunView view) {
    return new PastRun(run.settings(), run.splits(), view);
  }

  private List<RunDetails> views(List<StoredRun> rows) {
    Instant now = Instant.now();
    Map<StoredRun, RunState> states = parts.states(rows);
    return rows.stream()
        .filter(states::containsKey)
        .flatMap(
            row ->
                resolved
                    .known(row.spec())
                    .map(run -> view(row, run.settings(), states.get(row), now))
                    .stream())
        .toList();
  }

  private static RunDetails view(StoredRun row, RunSettings settings, RunState state, Instant now) {
    return new RunDetails(
        row.runId(),
        row.name(),
        settings.engines(),
        settings.budget(),
        row.fork(),
        state.view(),
        row.createdAt(),
        row.endedAt(),
        row.elapsedMillis(now),
        row.changedAt());
  }
}
