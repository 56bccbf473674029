package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.Progress;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.Transition;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.core.step.StepRecord;
import io.dlpo.events.outcome.StoredOutcomes;
import io.dlpo.studies.estimate.PastRun;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The runs. A change and the events that it causes are one transaction under the run's lock, and an
 * input that was applied before gives the same events again. Blocks.
 */
@ApplicationScoped
public class RunStore implements PanacheRepositoryBase<StoredRun, String> {

  private static final Logger LOG = Logger.getLogger(RunStore.class);

  private static final String INSERT =
      "insert into optimizer.run (id, name, spec, fork, state, status, created_at, ended_at)"
          + " values (:id, :name, :spec, :fork, :state, :status, :created, :ended) on conflict do nothing";

  private static final String NEWEST_FIRST = "order by createdAt desc, id";
  private static final String OWNED =
      "id in (select o.id from StoredOwner o where o.kind = ?1 and o.name = ?2) ";

  private static final int MOST_STALLED = 100;

  private final StoredOutcomes outcomes;
  private final ResolvedRuns resolved;
  private final StepStore steps;
  private final RunDeletions deletions;
  private final RunLifecycleEvents news;

  RunStore(
      AgroalDataSource dataSource,
      ResolvedRuns resolved,
      StepStore steps,
      RunDeletions deletions,
      RunLifecycleEvents news) {
    this.outcomes = new StoredOutcomes(dataSource, "optimizer");
    this.resolved = resolved;
    this.steps = steps;
    this.deletions = deletions;
    this.news = news;
  }

  /**
   * Begins a run; one that cannot begin with its prompt has failed from the start.
   *
   * @return the events that the request causes; none if another request has the run's id
   * @throws RefusedException if the spec does not hold
   */
  @Transactional
  public List<Event> begin(RunRequested request) {
    return begin(request, first(request), List.of());
  }

  /**
   * Begins a run that goes on from another one.
   *
   * @param first how it begins
   * @param inherited the steps that the other run has made for it
   * @return as for {@link #begin(RunRequested)}
   */
  @Transactional
  public List<Event> begin(RunRequested request, Transition first, List<StepRecord> inherited) {
    String inputId = CloudEventAttributes.id(request);
    Instant now = Instant.now();
    if (deletions.isDeleted(request.runId())) {
      LOG.infof("request of run %s dropped: the run was deleted", request.runId().value());
      return List.of();
    }
    if (inserted(request, first.next(), now)) {
      news.begun(first.next());
      inherited.forEach(step -> steps.persist(new StoredStep(request.runId(), step)));
      outcomes.store(inputId, request.runId().value(), first.events());
      Crash.at(CrashPoint.COMMITTING);
      return first.events();
    }
    findById(request.runId().value(), LockModeType.PESSIMISTIC_WRITE);
    return outcomes.find(inputId).orElseGet(List::of);
  }

  /** The events that a request has caused; empty if it was not handled yet. */
  @Transactional
  public Optional<List<Event>> begun(RunRequested request) {
    return outcomes.find(CloudEventAttributes.id(request));
  }

  private Transition first(RunRequested request) {
    ResolvedRun run = resolved.asked(request.spec());
    try {
      return RunState.begin(new RunContext(request.runId(), run.settings(), run.splits(), 0));
    } catch (IllegalArgumentException e) {
      return RunState.refused(request.runId(), run.settings(), String.valueOf(e.getMessage()), 0);
    }
  }

  private boolean inserted(RunRequested request, RunState state, Instant now) {
    RunStatus status = state.progress().status();
    return getSession()
            .createNativeMutationQuery(INSERT)
            .setParameter("id", request.runId().value())
            .setParameter("name", request.name())
            .setParameter("spec", Json.write(request.spec()))
            .setParameter(
                "fork", request.fork() == null ? null : Json.write(request.fork()), String.class)
            .setParameter("state", Json.write(state))
            .setParameter("status", status.name())
            .setParameter("created", now)
            .setParameter("ended", status == RunStatus.FAILED ? now : null, Instant.class)
            .executeUpdate()
        == 1;
  }

  /** The run's state and what it works on, without its lock; empty if there is no such run. */
  @Transactional
  public Optional<StoredState> state(RunId runId) {
    return findByIdOptional(runId.value())
        .map(row -> new StoredState(row.state(), context(row, Instant.now())));
  }

  /** The run as it stands; empty if there is no such run. */
  @Transactional
  public Optional<RunView> view(RunId runId) {
    return findByIdOptional(runId.value()).map(row -> view(row, Instant.now()));
  }

  /** What another run needs to go on from this one; empty if there is no such run. */
  @Transactional
  public Optional<ForkSource> forkSource(RunId runId) {
    return findByIdOptional(runId.value())
        .map(
            row -> {
              Progress progress = row.state().progress();
              return new ForkSource(
                  runId,
                  (ObjectNode) row.spec(),
                  context(row, Instant.now()).settings().sampleScope(),
                  row.fork(),
                  progress.accepted() + progress.rejected());
            });
  }

  /**
   * The runs that were requested last, the newest first.
   *
   * @param owner whose; empty for everybody's
   */
  @Transactional
  public List<RunView> latest(int count, Optional<String> owner) {
    Instant now = Instant.now();
    return owner
        .map(name -> find(OWNED + NEWEST_FIRST, Owned.RUN, name))
        .orElseGet(() -> find(NEWEST_FIRST))
        .page(0, count)
        .stream()
        .map(row -> view(row, now))
        .toList();
  }

  /** The runs that finished last and made all of their steps themselves, to learn from. */
  @Transactional
  public List<PastRun> finished(int count) {
    return find("status = ?1 and fork is null order by endedAt desc, id", RunStatus.FINISHED)
        .page(0, count)
        .stream()
        .map(row -> past(resolved.of(row.spec()), row.state().progress()))
        .toList();
  }

  /** Some of the runs that run and have not changed since. */
  @Transactional
  public List<RunView> unchangedSince(Instant since) {
    Instant now = Instant.now();
    return find("status = ?1 and changedAt < ?2 order by changedAt", RunStatus.RUNNING, since)
        .page(0, MOST_STALLED)
        .stream()
        .map(row -> view(row, now))
        .toList();
  }

  /** How many runs have not ended, by where they stand. */
  @Transactional
  public Map<RunStatus, Long> alive() {
    return getEntityManager()
        .createQuery(
            "select status, count(*) from StoredRun where endedAt is null group by status",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (RunStatus) row[0], row -> (Long) row[1]));
  }

  private static PastRun past(ResolvedRun run, Progress progress) {
    return new PastRun(run.settings(), run.splits(), progress);
  }

  private RunView view(StoredRun row, Instant now) {
    RunSettings settings = resolved.of(row.spec()).settings();
    return new RunView(
        row.runId(),
        row.name(),
        settings.engines(),
        settings.budget(),
        row.fork(),
        row.state().progress(),
        row.createdAt(),
        row.endedAt(),
        row.elapsedMillis(now),
        row.changedAt());
  }

  /** Applies an event to its run; an event that the run does not wait for changes nothing. */
  @Transactional
  public List<Event> apply(
      Event input, BiFunction<RunState, RunContext, Optional<Transition>> change) {
    StoredRun row = findById(input.runId().value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      LOG.infof("%s of unknown run %s dropped", name(input), input.runId().value());
      return List.of();
    }
    String inputId = CloudEventAttributes.id(input);
    Optional<List<Event>> known = outcomes.find(inputId);
    if (known.isPresent()) {
      return known.get();
    }
    Instant now = Instant.now();
    RunState state = row.state();
    Optional<Transition> transition = change.apply(state, context(row, now));
    if (transition.isEmpty()) {
      LOG.infof("%s that run %s does not wait for dropped", name(input), input.runId().value());
      return List.of();
    }
    news.changed(input, state, transition.get());
    return settle(row, inputId, transition.get(), now);
  }

  private List<Event> settle(StoredRun row, String inputId, Transition transition, Instant now) {
    row.become(transition.next(), now);
    transition.step().ifPresent(step -> steps.persist(new StoredStep(row.runId(), step)));
    outcomes.store(inputId, row.runId().value(), transition.events());
    Crash.at(CrashPoint.COMMITTING);
    return transition.events();
  }

  private RunContext context(StoredRun row, Instant now) {
    ResolvedRun run = resolved.of(row.spec());
    ForkPoint fork = row.fork();
    RunSettings settings =
        fork == null ? run.settings() : run.settings().within(fork.sampleScope());
    return new RunContext(row.runId(), settings, run.splits(), row.elapsedMillis(now));
  }

  private static String name(Event event) {
    return event.getClass().getSimpleName();
  }
}
