package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Works out a run again from its events. Each input goes to the run's state machine, each event
 * that comes of it is held against the one that was published.
 *
 * <p>Inputs come from several topics, and the log does not say in which order the run took them:
 * whether a pause came before a score or after it. Where the state leaves a choice, the way that
 * publishes in the order of the log is tried first, and then the others, until one explains all
 * that was published. If none does, or none of very many, what is told is the way that explains
 * most. Used once.
 */
final class Replayer {

  /** Ways tried for each input before the search is given up: far more than a real log needs. */
  private static final int TRIES_PER_INPUT = 20;

  private static final int LEAST_TRIES = 1_000;

  /** How many inputs after the first possible one are looked at for another possible one. */
  private static final int LOOK_AHEAD = 32;

  private final RunLog log;
  private final Transition first;
  private final Goal goal;
  private final Inputs inputs;
  private final Outputs outputs;
  private @Nullable Setback furthest;

  /**
   * @param first how the run begins
   */
  Replayer(RunLog log, RunContext context, Transition first, Goal goal) {
    this.log = log;
    this.first = first;
    this.goal = goal;
    this.inputs = Inputs.of(context, log.outputs().values());
    this.outputs = new Outputs(log.outputs());
  }

  Replay replay() {
    Frontier frontier = new Frontier();
    Walk start = new Walk(first.next(), new BitSet(), new BitSet(), null, null, 0);
    take(start, OptionalInt.empty(), first).ifPresent(walk -> frontier.add(List.of(walk)));
    long tries = LEAST_TRIES + (long) TRIES_PER_INPUT * log.inputs().size();
    for (long tried = 0; tried < tries && !frontier.isEmpty(); tried++) {
      Walk walk = frontier.next();
      boolean arrived = goal.reached(walk);
      List<Walk> further = arrived ? List.of() : further(walk);
      if (arrived || (further.isEmpty() && holds(walk))) {
        return new Replay(agreement(walk), walk.decided());
      }
      frontier.add(further);
    }
    return furthest == null
        ? new Replay(givenUp(tries), List.of())
        : new Replay(furthest.result(), furthest.walk().decided());
  }

  /**
   * The walk with each of the inputs that may come next, in the order of the log; commands come in
   * their own order.
   */
  private List<Walk> further(Walk walk) {
    List<Walk> further = new ArrayList<>();
    boolean commanded = false;
    int end = log.inputs().size();
    for (int at = walk.used().nextClearBit(0); at < end; at = walk.used().nextClearBit(at + 1)) {
      boolean command = log.inputs().get(at) instanceof RunCommanded;
      if (!command || !commanded) {
        next(walk, at).ifPresent(further::add);
      }
      commanded |= command;
      if (further.size() == 1) {
        end = Math.min(end, at + LOOK_AHEAD);
      }
    }
    return further;
  }

  /** The walk with an input; empty if the run does not wait for it, or the log tells otherwise. */
  private Optional<Walk> next(Walk walk, int at) {
    Event input = log.inputs().get(at);
    return switch (inputs.effect(walk.state(), input)) {
      case Inputs.Effect.Changes changes -> take(walk, OptionalInt.of(at), changes.transition());
      // A command that is not possible is dropped for good.
      case Inputs.Effect.Nothing ignored when input instanceof RunCommanded ->
          Optional.of(walk.dropping(at));
      case Inputs.Effect.Nothing ignored -> Optional.empty();
      case Inputs.Effect.Untold untold ->
          setBack(walk, new Result.Unknown(RunLog.step(input), untold.reason()));
    };
  }

  /** The walk with an input's effect; empty if the log tells otherwise. */
  private Optional<Walk> take(Walk walk, OptionalInt input, Transition effect) {
    BitSet used = input.isPresent() ? Walk.plus(walk.used(), input.getAsInt()) : walk.used();
    BitSet met = walk.met();
    BitSet now = new BitSet();
    Event missing = walk.missing();
    if (missing != null) {
      return setBack(walk, new Result.Differs(unpublished(missing)));
    }
    for (Event recomputed : effect.events()) {
      OptionalInt place = outputs.place(recomputed);
      Optional<Difference> difference =
          place.isPresent()
              ? outputs.compare(place.getAsInt(), recomputed)
              : outputs.instead(met, recomputed);
      if (difference.isPresent()) {
        return setBack(
            new Walk(effect.next(), used, met, missing, walk.ended(), walk.detours()),
            new Result.Differs(difference.get()));
      }
      if (place.isPresent()) {
        met = Walk.plus(met, place.getAsInt());
        now.set(place.getAsInt());
      } else if (missing == null) {
        missing = recomputed;
      }
    }
    Walk.Steps ended =
        effect.step().isPresent() ? new Walk.Steps(walk.ended(), effect) : walk.ended();
    int detours = walk.detours() + (outputs.overtake(now, met) ? 1 : 0);
    return Optional.of(new Walk(effect.next(), used, met, missing, ended, detours));
  }

  /** Whether a walk that no input is left for explains all of the log. */
  private boolean holds(Walk walk) {
    Optional<Event> left = outputs.leftOver(walk.met());
    Event missing = walk.missing();
    if (left.isEmpty() && !(goal.hasEnded() && !walk.hasEnded())) {
      if (missing == null || !goal.hasEnded()) {
        return true;
      }
    }
    if (missing != null) {
      setBack(walk, new Result.Differs(unpublished(missing)));
    } else {
      setBack(walk, new Result.Differs(unexplained(walk, left)));
    }
    return false;
  }

  private static Difference unpublished(Event missing) {
    return new Difference(
        RunLog.step(missing),
        EventComparison.name(missing),
        Difference.WHOLE,
        "nothing",
        "that it was published");
  }

  private static Difference unexplained(Walk walk, Optional<Event> left) {
    String phase = "a run that waits: " + walk.state().progress().phase();
    return left.map(
            event ->
                new Difference(
                    RunLog.step(event),
                    EventComparison.name(event),
                    Difference.WHOLE,
                    "that it was published",
                    phase))
        .orElseGet(
            () ->
                new Difference(
                    walk.state().progress().step(),
                    "RunFinished",
                    Difference.WHOLE,
                    "that the run has ended",
                    phase));
  }

  private static Result givenUp(long tries) {
    return new Result.Unknown(
        0,
        "the log leaves open in which order the run took its events, and none of the %d ways tried comes to an end"
            .formatted(tries));
  }

  private Result agreement(Walk walk) {
    return new Result.Agrees(
        walk.state().progress().accepted() + walk.state().progress().rejected(),
        walk.explained(),
        walk.state().progress().trajectory(),
        walk.state().progress().phase());
  }

  /** Keeps what is told of the way that explains most; of equals the first. */
  private Optional<Walk> setBack(Walk walk, Result result) {
    if (furthest == null || walk.explained() > furthest.walk().explained()) {
      furthest = new Setback(walk, result);
    }
    return Optional.empty();
  }
}
