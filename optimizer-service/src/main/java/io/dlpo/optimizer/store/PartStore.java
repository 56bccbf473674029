package io.dlpo.optimizer.store;

import io.dlpo.core.run.RunState;
import io.dlpo.core.run.StatePart;
import io.dlpo.core.run.StateSnapshot;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of runs. A state consists of a head in the run's row, and of parts in separate rows.
 * Blocks.
 */
@ApplicationScoped
public class PartStore implements PanacheRepositoryBase<StoredPart, PartKey> {

  /** A part that every state has. */
  private static final StatePart INITIAL_PROMPT = StatePart.at(StatePart.Kind.PROMPT, 0);

  private static final String UPSERT =
      "insert into optimizer.run_part (run_id, kind, key, value)"
          + " values (:run, :kind, :key, :value)"
          + " on conflict (run_id, kind, key) do update set value = excluded.value";

  /** Returns the state of a run whose row is locked. */
  @Transactional
  public RunState state(StoredRun row) {
    return find(row).orElseThrow();
  }

  /** Returns the state of a run, or empty if it was deleted after its row was read. */
  @Transactional
  public Optional<RunState> find(StoredRun row) {
    return Optional.ofNullable(states(List.of(row)).get(row));
  }

  /** Returns the states of several runs, without those deleted after their rows were read. */
  @Transactional
  public Map<StoredRun, RunState> states(Collection<StoredRun> rows) {
    Map<String, Map<StatePart, String>> parts = new HashMap<>();
    list("runId in ?1", rows.stream().map(row -> row.runId().value()).toList())
        .forEach(
            part ->
                parts
                    .computeIfAbsent(part.runId(), id -> new HashMap<>())
                    .put(part.part(), part.value()));
    Map<StoredRun, RunState> states = new HashMap<>();
    rows.stream()
        .filter(row -> parts.containsKey(row.runId().value()) || isThere(row))
        .forEach(
            row ->
                states.put(
                    row,
                    StateSnapshot.read(
                        row.head(), parts.getOrDefault(row.runId().value(), Map.of()))));
    return states;
  }

  /** A run without parts is one of an earlier version, or one that another transaction deleted. */
  private boolean isThere(StoredRun row) {
    return getSession()
            .createSelectionQuery("select count(*) from StoredRun where id = ?1", Long.class)
            .setParameter(1, row.runId().value())
            .getSingleResult()
        > 0;
  }

  /**
   * Writes the parts that a change of a run has modified.
   *
   * @param before the state in the database, which this transaction has read
   */
  @Transactional
  public void write(StoredRun row, RunState before, StateSnapshot next) {
    String runId = row.runId().value();
    write(runId, hasParts(runId) ? next.changedSince(StateSnapshot.of(before)) : next.parts());
  }

  /**
   * Earlier versions stored the whole state in one column, without parts. Needs no query if the
   * transaction has read the parts.
   */
  private boolean hasParts(String runId) {
    PartKey key = new PartKey(runId, INITIAL_PROMPT.kind(), INITIAL_PROMPT.key());
    return findByIdOptional(key).isPresent();
  }

  /** Inserts or updates parts of a run. */
  @Transactional
  public void write(String runId, Map<StatePart, String> parts) {
    parts.forEach(
        (part, value) ->
            getSession()
                .createNativeMutationQuery(UPSERT)
                .setParameter("run", runId)
                .setParameter("kind", part.kind().name())
                .setParameter("key", part.key())
                .setParameter("value", value)
                .executeUpdate());
  }
}
