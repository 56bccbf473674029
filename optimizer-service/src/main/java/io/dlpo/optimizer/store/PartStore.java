package io.dlpo.optimizer.store;

import io.dlpo.core.run.RunState;
import io.dlpo.core.run.StatePart;
import io.dlpo.core.run.StateSnapshot;
import io.dlpo.core.run.UnknownStateException;
import io.dlpo.events.fault.NewerVersionException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The states of runs. A state consists of a head in the run's row, and of parts in separate rows.
 * Blocks.
 */
@ApplicationScoped
public class PartStore implements PanacheRepositoryBase<StoredPart, PartKey> {

  private static final Logger LOG = Logger.getLogger(PartStore.class);

  /** A part that every state has. */
  private static final StatePart INITIAL_PROMPT = StatePart.at(StatePart.Kind.PROMPT, 0);

  private static final String UPSERT =
      "insert into optimizer.run_part (run_id, kind, key, value)"
          + " values (:run, :kind, :key, :value)"
          + " on conflict (run_id, kind, key) do update set value = excluded.value";

  /**
   * Returns the state of a run whose row is locked.
   *
   * @throws NewerVersionException if a newer version has changed the run
   */
  @Transactional
  public RunState state(StoredRun row) {
    return find(row).orElseThrow();
  }

  /**
   * Returns the state of a run, or empty if it was deleted after its row was read.
   *
   * @throws NewerVersionException if a newer version has changed the run
   */
  @Transactional
  public Optional<RunState> find(StoredRun row) {
    List<StoredPart> parts = list("runId", row.runId().value());
    return isThere(row, parts) ? Optional.of(read(row, parts)) : Optional.empty();
  }

  /**
   * Returns the states of several runs, without those deleted after their rows were read, and
   * without those that a newer version has changed.
   */
  @Transactional
  public Map<StoredRun, RunState> states(Collection<StoredRun> rows) {
    Map<String, List<StoredPart>> parts =
        stream("runId in ?1", rows.stream().map(row -> row.runId().value()).toList())
            .collect(Collectors.groupingBy(StoredPart::runId));
    Map<StoredRun, RunState> states = new HashMap<>();
    for (StoredRun row : rows) {
      List<StoredPart> own = parts.getOrDefault(row.runId().value(), List.of());
      if (isThere(row, own)) {
        known(row, own).ifPresent(state -> states.put(row, state));
      }
    }
    return states;
  }

  private static Optional<RunState> known(StoredRun row, List<StoredPart> parts) {
    try {
      return Optional.of(read(row, parts));
    } catch (NewerVersionException e) {
      LOG.debugf("not listed: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private static RunState read(StoredRun row, List<StoredPart> parts) {
    try {
      return StateSnapshot.read(
          row.head(),
          parts.stream().collect(Collectors.toMap(StoredPart::part, StoredPart::value)));
    } catch (UnknownStateException e) {
      throw new NewerVersionException("run " + row.runId().value() + ": " + e.getMessage());
    }
  }

  /** A run without parts is one of an earlier version, or one that another transaction deleted. */
  private boolean isThere(StoredRun row, List<StoredPart> parts) {
    return !parts.isEmpty() || isThere(row);
  }

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
    PartKey key = new PartKey(runId, INITIAL_PROMPT.kind().name(), INITIAL_PROMPT.key());
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
