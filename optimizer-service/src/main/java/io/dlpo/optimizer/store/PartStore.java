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

/** The states of the runs, each a head in the run's row and parts in rows of their own. Blocks. */
@ApplicationScoped
public class PartStore implements PanacheRepositoryBase<StoredPart, PartKey> {

  private static final String UPSERT =
      "insert into optimizer.run_part (run_id, kind, key, value)"
          + " values (:run, :kind, :key, :value)"
          + " on conflict (run_id, kind, key) do update set value = excluded.value";

  /** The state of a run. */
  @Transactional
  public RunState state(StoredRun row) {
    return states(List.of(row)).get(row);
  }

  /** The states of several runs, read at once. */
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
    rows.forEach(
        row ->
            states.put(
                row,
                StateSnapshot.read(row.head(), parts.getOrDefault(row.runId().value(), Map.of()))));
    return states;
  }

  /**
   * Writes what a change of a run has changed of its parts.
   *
   * @param before the state in the database
   */
  @Transactional
  public void write(StoredRun row, RunState before, StateSnapshot next) {
    // A state that was stored whole by an earlier version has no parts yet.
    boolean whole = count("runId", row.runId().value()) == 0;
    write(row.runId().value(), whole ? next.parts() : next.changedSince(StateSnapshot.of(before)));
  }

  /** Writes parts of a run. */
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
