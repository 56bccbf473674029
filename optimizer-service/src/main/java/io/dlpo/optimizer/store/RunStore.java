package io.dlpo.optimizer.store;

import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.RunChange;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.ChangeCounter;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.StateSnapshot;
import io.dlpo.core.run.Transition;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.core.step.StepRecord;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.events.outcome.StoredOutcomes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * The changes of runs; see {@link RunQueries} for reading. Each change is stored together with its
 * resulting events in one transaction, which holds the run's lock. A repeated input yields the same
 * events again. Blocks.
 */
@ApplicationScoped
public class RunStore implements PanacheRepositoryBase<StoredRun, String> {

  private static final Logger LOG = Logger.getLogger(RunStore.class);

  private static final String INSERT =
      "insert into optimizer.run (id, name, spec, fork, scope, state, status, sequence, silent_inputs, created_at,"
          + " ended_at)"
          + " values (:id, :name, :spec, :fork, :scope, :state, :status, :sequence, :silent, :created,"
          + " :ended)"
          + " on conflict do nothing";

  private final StoredOutcomes outcomes;
  private final ResolvedRuns resolved;
  private final StepStore steps;
  private final PartStore parts;
  private final RunDeletions deletions;
  private final RunLifecycleEvents lifecycle;

  RunStore(
      AgroalDataSource dataSource,
      ResolvedRuns resolved,
      StepStore steps,
      PartStore parts,
      RunDeletions deletions,
      RunLifecycleEvents lifecycle) {
    this.outcomes = new StoredOutcomes(dataSource, "optimizer");
    this.resolved = resolved;
    this.steps = steps;
    this.parts = parts;
    this.deletions = deletions;
    this.lifecycle = lifecycle;
  }

  /**
   * Creates a run. A run that cannot start from its prompt fails immediately.
   *
   * @return the events to publish; none if another request already uses the id
   * @throws RefusedException if the spec is invalid
   */
  @Transactional
  public Outcome begin(RunRequested request) {
    return begin(request, first(request), List.of());
  }

  /**
   * Creates a fork of another run.
   *
   * @param first the first transition
   * @param inherited the steps inherited from the parent run
   * @return as for {@link #begin(RunRequested)}
   */
  @Transactional
  public Outcome begin(RunRequested request, Transition first, List<StepRecord> inherited) {
    String inputId = CloudEventAttributes.id(request);
    Instant now = Instant.now();
    if (deletions.isDeleted(request.runId())) {
      LOG.infof("request of run %s dropped: the run was deleted", request.runId().value());
      return Outcome.NONE;
    }
    RunChange change = ChangeCounter.START.next(inputId);
    if (inserted(request, first, change, now)) {
      lifecycle.begun(first.next());
      inherited.forEach(step -> steps.persist(new StoredStep(request.runId(), step)));
      return store(request.runId(), change, first);
    }
    findById(request.runId().value(), LockModeType.PESSIMISTIC_WRITE);
    return outcomes.find(inputId).orElse(Outcome.NONE);
  }

  /** Returns the events that a request has caused, or empty if it was not handled yet. */
  @Transactional
  public Optional<Outcome> begun(RunRequested request) {
    return outcomes.find(CloudEventAttributes.id(request));
  }

  private Transition first(RunRequested request) {
    ResolvedRun run = resolved.published(request.spec());
    try {
      return RunState.begin(new RunContext(request.runId(), run.settings(), run.splits(), 0));
    } catch (IllegalArgumentException e) {
      return RunState.refused(request.runId(), run.settings(), String.valueOf(e.getMessage()), 0);
    }
  }

  private boolean inserted(RunRequested request, Transition first, RunChange change, Instant now) {
    StateSnapshot snapshot = StateSnapshot.of(first.next());
    RunStatus status = first.next().view().status();
    ChangeCounter changes = ChangeCounter.START.after(change, !first.events().isEmpty());
    boolean inserted =
        getSession()
                .createNativeMutationQuery(INSERT)
                .setParameter("id", request.runId().value())
                .setParameter("name", request.name())
                .setParameter("spec", Json.write(request.spec()))
                .setParameter(
                    "fork",
                    request.fork() == null ? null : Json.write(request.fork()),
                    String.class)
                .setParameter("scope", SampleScopes.of(request.spec(), request.fork()))
                .setParameter("state", snapshot.head())
                .setParameter("status", status.name())
                .setParameter("sequence", changes.sequence())
                .setParameter("silent", StoredRun.joined(changes.silentInputs()))
                .setParameter("created", now)
                .setParameter("ended", status == RunStatus.FAILED ? now : null, Instant.class)
                .executeUpdate()
            == 1;
    if (inserted) {
      parts.write(request.runId().value(), snapshot.parts());
    }
    return inserted;
  }

  /** Applies an event to its run. Ignores an event that the run does not wait for. */
  @Transactional
  public Outcome apply(Event input, BiFunction<RunState, RunContext, Optional<Transition>> change) {
    StoredRun row = findById(input.runId().value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      LOG.infof("%s of unknown run %s dropped", name(input), input.runId().value());
      return Outcome.NONE;
    }
    String inputId = CloudEventAttributes.id(input);
    Optional<Outcome> known = outcomes.find(inputId);
    if (known.isPresent()) {
      return known.get();
    }
    Instant now = Instant.now();
    RunState state = parts.state(row);
    Optional<Transition> transition = change.apply(state, resolved.context(row, now));
    if (transition.isEmpty()) {
      LOG.infof("%s that run %s does not wait for dropped", name(input), input.runId().value());
      return Outcome.NONE;
    }
    lifecycle.changed(input, state, transition.get());
    return settle(row, state, inputId, transition.get(), now);
  }

  private Outcome settle(
      StoredRun row, RunState before, String inputId, Transition transition, Instant now) {
    StateSnapshot next = StateSnapshot.of(transition.next());
    row.become(next.head(), transition.next().view().status(), now);
    parts.write(row, before, next);
    RunChange change = row.changes().next(inputId);
    row.count(row.changes().after(change, !transition.events().isEmpty()));
    transition.step().ifPresent(step -> steps.persist(new StoredStep(row.runId(), step)));
    return store(row.runId(), change, transition);
  }

  /**
   * Stores the events of a change under its number, so that a repeated input returns the same
   * events.
   */
  private Outcome store(RunId runId, RunChange change, Transition transition) {
    Outcome outcome = new Outcome(transition.events(), change.extensions());
    outcomes.store(change.causationId(), runId.value(), outcome);
    Crash.at(CrashPoint.COMMITTING);
    return outcome;
  }

  private static String name(Event event) {
    return event.getClass().getSimpleName();
  }
}
