package io.dlpo.core.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.replay.LoggedEvent;
import io.dlpo.core.step.StepRecord;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.update.UpdateForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs that were played, for tests of what is made of their events. */
public final class PlayedRun {

  private final RunContext context;
  private final Player player;
  private final @Nullable ForkPoint fork;

  private PlayedRun(RunContext context, Player player, @Nullable ForkPoint fork) {
    this.context = context;
    this.player = player;
    this.fork = fork;
  }

  /** A run on the validation split that is not played yet. */
  public static PlayedRun annealed(int steps, long seed) {
    return begun(Runs.run(steps, AnnealingSettings.DEFAULT, seed));
  }

  /** The same, with screening, rungs and validation beside acceptance. */
  public static PlayedRun screened(int steps, long seed) {
    return begun(Runs.run(steps, Runs.annealing(AcceptanceSplit.TRAIN, true, 3), seed));
  }

  /** A run whose candidates race, with a final choice. */
  public static PlayedRun raced(CritiqueMode critique, int steps, long seed) {
    return begun(Runs.racing(steps, new UpdateForm(critique, 3, 3), 8, 3, 2, seed));
  }

  /** A run of several chains, whose candidates race. */
  public static PlayedRun chained(int chains, int steps, long seed) {
    return begun(
        Runs.chained(
            chains,
            Runs.restarting(
                2, AcceptanceSplit.TRAIN_AND_VALIDATION, Runs.racing(steps, 2, 8, 3, seed))));
  }

  /** A run without annealing. */
  public static PlayedRun plain(int steps, long seed) {
    return begun(Runs.run(steps, null, seed));
  }

  /** A run with all techniques on. */
  public static PlayedRun withAllTechniques(int steps, long seed) {
    return begun(shaped("best-practice", steps, TechniqueRunTest.ALL, null, seed));
  }

  /** A run that chooses its techniques in each step. */
  public static PlayedRun adaptive(int steps, long seed) {
    return begun(shaped("adaptive", steps, TechniqueSettings.NONE, Arms.STANDARD, seed));
  }

  /** A run that may make so many calls. */
  public static PlayedRun within(int calls, int steps, long seed) {
    return begun(
        Runs.within(
            new Budget(calls, null, null, false),
            Runs.run(steps, AnnealingSettings.DEFAULT, seed)));
  }

  /** A run that tolerates the given share of failed rows, and whose endpoint refuses some rows. */
  public static PlayedRun refused(double share, Set<String> rows, int steps, long seed) {
    RunContext context =
        Runs.tolerating(
            share, Runs.run(steps, Runs.annealing(AcceptanceSplit.TRAIN, true, 3), seed));
    ScriptedServices world =
        new ScriptedServices() {
          @Override
          boolean refuses(Evaluation evaluation, Example example) {
            return rows.contains(example.id());
          }
        };
    return new PlayedRun(context, new Player(context, world), null);
  }

  private static RunContext shaped(
      String profile, int steps, TechniqueSettings techniques, @Nullable Arms arms, long seed) {
    OptimizerSettings optimizer =
        new OptimizerSettings(
            profile,
            3,
            steps,
            2,
            techniques,
            arms,
            AnnealingSettings.DEFAULT,
            ValidationSettings.DEFAULT);
    return Runs.context("run-1", "Answer the question.", optimizer, seed, Runs.splits());
  }

  /** Any run. */
  public static PlayedRun begun(RunContext context) {
    return new PlayedRun(context, new Player(context, new ScriptedServices()), null);
  }

  /** The run that another one becomes after a step, under its settings with another seed. */
  public static PlayedRun fork(PlayedRun parent, String runId, Transition decided, long seed) {
    RunContext context = parent.forked(runId, seed);
    int step = decided.step().orElseThrow().step();
    return new PlayedRun(
        context,
        new Player(context, parent.player.world, RunState.fork(context, decided)),
        new ForkPoint(parent.context.runId(), step, "scope"));
  }

  /** What a fork of this run works on. */
  public RunContext forked(String runId, long seed) {
    RunSettings settings = context.settings();
    return new RunContext(
        new RunId(runId),
        new RunSettings(
            settings.name(),
            settings.prompt(),
            settings.metric(),
            settings.engines(),
            settings.sampleScope(),
            settings.optimizer(),
            settings.budget(),
            settings.stop(),
            settings.failures(),
            seed),
        context.splits(),
        77);
  }

  /** Its examples. */
  public Splits splits() {
    return context.splits();
  }

  /** Plays to the end. */
  public PlayedRun play() {
    player.play();
    return this;
  }

  /** Delivers so many events. */
  public PlayedRun play(int events) {
    for (int i = 0; i < events; i++) {
      player.step();
    }
    return this;
  }

  /** Whether nothing is left to deliver. */
  public boolean isIdle() {
    return player.inFlight.isEmpty();
  }

  /** Delivers what is under way in another order: which comes next of so many. */
  public PlayedRun inOrder(IntUnaryOperator order) {
    player.order = events -> order.applyAsInt(events.size());
    return this;
  }

  /** A user pauses it and, after some more events, resumes it. */
  public PlayedRun interrupt(int eventsWhilePaused) {
    if (player.view().status() == RunStatus.RUNNING) {
      player.pause();
      play(eventsWhilePaused);
      player.resume();
    }
    return this;
  }

  /** A user pauses it, and some more events come. */
  public PlayedRun pause(int eventsWhilePaused) {
    player.pause();
    return play(eventsWhilePaused);
  }

  /** What it waits for is lost, also to the log, and a user has it asked for once more. */
  public PlayedRun lose() {
    if (player.view().status() == RunStatus.RUNNING) {
      player.log.removeAll(player.inFlight);
      player.inFlight.clear();
      player.repeat();
    }
    return this;
  }

  /** A user ends it. */
  public PlayedRun cancel() {
    player.cancel();
    return this;
  }

  /** The next thing of each kind fails; the run is resumed when it has paused. */
  public PlayedRun failing() {
    player.failNextScore = true;
    resumeAfterPause();
    player.failNextGradient = true;
    resumeAfterPause();
    player.failNextUpdate = true;
    resumeAfterPause();
    return this;
  }

  private void resumeAfterPause() {
    while (player.view().status() == RunStatus.RUNNING && player.step()) {
      // until it pauses or ends
    }
    if (player.view().status() == RunStatus.PAUSED) {
      player.resume();
    }
  }

  /** Its events with the request before them. */
  public List<Event> log() {
    List<Event> all = new ArrayList<>();
    all.add(request());
    all.addAll(player.log);
    return all;
  }

  /** The same as its topics hold it, with the changes that caused its events. */
  public List<LoggedEvent> numberedLog() {
    return log().stream()
        .map(event -> new LoggedEvent(event, player.changes.get(CloudEventAttributes.id(event))))
        .toList();
  }

  /** What began it. */
  public RunRequested request() {
    Splits splits = context.splits();
    return new RunRequested(
        context.runId(),
        context.settings().name(),
        JsonNodeFactory.instance.objectNode().put("seed", context.settings().seed()),
        "dataset",
        new SplitSizes(splits.train().size(), splits.validation().size(), splits.test().size()),
        context.settings().seed(),
        fork);
  }

  public RunContext context() {
    return context;
  }

  public RunView view() {
    return player.view();
  }

  public List<StepRecord> steps() {
    return player.steps;
  }

  /** Its decisions, in order. */
  public List<Event> decisions() {
    return player.decisions();
  }

  /** How many calls the world was paid for so far. */
  public int paid() {
    return player.world.paid();
  }
}
