package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.RunChange;
import io.dlpo.core.step.StepRecord;
import io.dlpo.core.update.RecordedReplies;
import io.dlpo.core.update.UpdateConversation;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateReply;
import io.dlpo.core.update.UpdateRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * Plays a run from event to event, as the service does: each state goes through JSON on its way.
 * What is under way is delivered in an order that the test chooses.
 */
class Player {

  final List<Event> published = new ArrayList<>();
  final List<StepRecord> steps = new ArrayList<>();
  final List<Event> inFlight = new ArrayList<>();

  /** All that lies in the topics: what the run has published, and what came to it. */
  final List<Event> log = new ArrayList<>();

  /** Which change of the run published what lies in the topics, by CloudEvents id. */
  final Map<String, RunChange> changes = new HashMap<>();

  final ScriptedServices world;
  private final RunContext context;
  private final Map<EvaluationId, List<Example>> parts = new HashMap<>();
  private ChangeCounter counter = ChangeCounter.START;
  private boolean hasRecorded;
  RunState state;
  int delivered;
  private int commands;

  /** Which of the events under way comes next; the first unless a test says otherwise. */
  ToIntFunction<List<Event>> order = events -> 0;

  /** What storing and reading makes of a state. */
  UnaryOperator<RunState> storage = Player::throughJson;

  /** Is shown every transition with the state that it leaves. */
  BiConsumer<RunState, Transition> watcher = (before, transition) -> {};

  /** Whether the next answer of a kind fails. */
  boolean failNextScore;

  boolean failNextGradient;
  boolean failNextUpdate;

  Player(RunContext context, ScriptedServices world) {
    this(context, world, RunState.begin(context));
  }

  Player(RunContext context, ScriptedServices world, Transition first) {
    this.context = context;
    this.world = world;
    this.state = first.next();
    this.state =
        take(CloudEventAttributes.id(EventType.RUN_REQUESTED, context.runId().value()), first);
  }

  /** The run once at each point before its end, each in a world of its own. */
  static List<Player> everywhere(RunContext context) {
    List<Player> players = new ArrayList<>();
    for (int point = 0; ; point++) {
      Player player = new Player(context, new ScriptedServices());
      for (int i = 0; i < point; i++) {
        player.step();
      }
      if (player.state instanceof Ended) {
        return players;
      }
      players.add(player);
    }
  }

  /** The run once for each point that it can be paused at. */
  static List<Player> pausedEverywhere(RunContext context, Set<Class<?>> pausedIn) {
    List<Player> players = everywhere(context);
    for (Player player : players) {
      pausedIn.add(player.state.getClass());
      player.pause();
      assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
      assertThat(player.view().reason()).isEqualTo("by a test");
    }
    return players;
  }

  /**
   * Pauses and resumes the run at each point and expects the trajectory of a run without a pause.
   *
   * @return the states in which it was paused
   */
  static Set<Class<?>> resumedEverywhere(RunContext context) {
    String smooth = new Player(context, new ScriptedServices()).play().finished().trajectory();
    Set<Class<?>> pausedIn = new HashSet<>();
    for (Player player : pausedEverywhere(context, pausedIn)) {
      player.resume();
      assertThat(player.play().finished().trajectory()).isEqualTo(smooth);
    }
    return pausedIn;
  }

  /** A run whose events overtake each other, in another order for each salt. */
  static Player disordered(RunContext context, int salt) {
    Player player = new Player(context, new ScriptedServices());
    player.order =
        events -> Math.floorMod(31 * salt + 17 * events.size() + player.delivered, events.size());
    return player;
  }

  /** Delivers until nothing is under way. */
  Player play() {
    while (step()) {
      // each step delivers one event
    }
    return this;
  }

  /** Delivers one event; false if none is under way. */
  boolean step() {
    if (inFlight.isEmpty()) {
      return false;
    }
    deliver(inFlight.remove(order.applyAsInt(inFlight)));
    delivered++;
    return true;
  }

  void deliver(Event event) {
    String id = CloudEventAttributes.id(event);
    Optional<Transition> transition =
        switch (event) {
          case BatchScored scored -> state.scored(context, scored);
          case GradientProduced gradient -> {
            Optional<UpdateDialogue> dialogue = state.updateFor(context, gradient);
            List<UpdateReply> replies =
                dialogue
                    .map(request -> UpdateConversation.hold(request, this::reply))
                    .orElse(List.of());
            Optional<Transition> updated = state.updated(context, gradient, replies);
            if (updated.isPresent()) {
              dialogue.ifPresent(
                  asked -> record(RecordedReplies.of(asked, replies).event(gradient), id));
            }
            yield updated;
          }
          default -> throw new IllegalArgumentException("not delivered: " + event);
        };
    transition.ifPresent(next -> state = take(id, next));
  }

  void pause() {
    String id = command(RunCommand.PAUSE);
    state.paused(context, "by a test").ifPresent(next -> state = take(id, next));
  }

  void resume() {
    String id = command(RunCommand.RESUME);
    state = take(id, state.resumed(context).orElseThrow());
  }

  void repeat() {
    String id = command(RunCommand.REPEAT);
    state = take(id, state.repeated(context).orElseThrow());
  }

  private String command(RunCommand command) {
    RunCommanded event = new RunCommanded("command-" + ++commands, context.runId(), command);
    log.add(event);
    return CloudEventAttributes.id(event);
  }

  Optional<Transition> cancel() {
    String id = command(RunCommand.CANCEL);
    Optional<Transition> cancelled = state.cancelled(context);
    cancelled.ifPresent(next -> state = take(id, next));
    return cancelled;
  }

  RunView view() {
    return state.view();
  }

  List<Event> decisions() {
    return published.stream()
        .filter(event -> event instanceof PromptAccepted || event instanceof PromptRejected)
        .toList();
  }

  <E extends Event> List<E> published(Class<E> type) {
    return published.stream().filter(type::isInstance).map(type::cast).toList();
  }

  RunFinished finished() {
    List<RunFinished> ends = published(RunFinished.class);
    assertThat(ends).hasSize(1);
    return ends.getFirst();
  }

  private UpdateReply reply(UpdateRequest request) {
    if (failNextUpdate) {
      failNextUpdate = false;
      return world.failedReply();
    }
    return world.reply(request);
  }

  private RunState take(String inputId, Transition transition) {
    watcher.accept(state, transition);
    transition.step().ifPresent(steps::add);
    published.addAll(transition.events());
    transition.events().forEach(event -> record(event, inputId));
    RunChange change = counter.next(inputId);
    counter = counter.after(change, hasRecorded);
    hasRecorded = false;
    transition.events().forEach(this::answer);
    return storage.apply(transition.next());
  }

  /** Adds what the next change of the run publishes to the log. */
  private void record(Event event, String inputId) {
    log.add(event);
    changes.put(CloudEventAttributes.id(event), counter.next(inputId));
    hasRecorded = true;
  }

  /** The other services: a whole evaluation is scored, a batch with mistakes gets a gradient. */
  private void answer(Event event) {
    if (!(event instanceof PromptProposed proposed)) {
      return;
    }
    List<Example> examples =
        parts.computeIfAbsent(proposed.evaluation().id(), id -> new ArrayList<>());
    examples.addAll(proposed.examples());
    if (proposed.part() < proposed.parts()) {
      return;
    }
    assertThat(examples).hasSize(proposed.evaluation().size()).doesNotHaveDuplicates();
    if (failNextScore) {
      failNextScore = false;
      come(world.failedScore(proposed.evaluation()));
      return;
    }
    BatchScored scored = world.score(proposed.evaluation(), examples);
    come(scored);
    switch (proposed.evaluation().purpose()) {
      case BATCH -> gradient(scored).ifPresent(this::come);
      default -> {}
    }
  }

  private void come(Event event) {
    inFlight.add(event);
    log.add(event);
  }

  private Optional<GradientProduced> gradient(BatchScored scored) {
    if (scored.failed() > 0 || scored.mistakes().isEmpty()) {
      return Optional.empty();
    }
    if (failNextGradient) {
      failNextGradient = false;
      return Optional.of(world.failedGradient(scored.evaluation()));
    }
    return Optional.of(world.gradient(scored));
  }

  private static RunState throughJson(RunState state) {
    StateSnapshot snapshot = StateSnapshot.of(state);
    RunState read = StateSnapshot.read(snapshot.head(), snapshot.parts());
    assertThat(read).isEqualTo(state);
    return read;
  }
}
