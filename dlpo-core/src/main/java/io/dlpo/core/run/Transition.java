package io.dlpo.core.run;

import io.dlpo.contracts.event.Event;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.StepRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effect of an event on a run. It is stored in one transaction, and its events are published.
 *
 * @param next the new state
 * @param events the events to publish, in order
 * @param step the record of the step that ended; empty if none did
 * @param kind the decision of that step; empty if none ended
 * @param decided the history right after that step, before the next one starts; null if no step
 *     ended
 */
public record Transition(
    RunState next,
    List<Event> events,
    Optional<StepRecord> step,
    Optional<DecisionKind> kind,
    @Nullable RunHistory decided) {

  public Transition {
    Objects.requireNonNull(next, "Transition.next is missing");
    Objects.requireNonNull(step, "Transition.step is missing");
    Objects.requireNonNull(kind, "Transition.kind is missing");
    events = List.copyOf(events);
  }

  static Transition to(RunState next, List<? extends Event> events) {
    return new Transition(next, List.copyOf(events), Optional.empty(), Optional.empty(), null);
  }

  /** Prepends the end of a step to the transition. */
  Transition after(StepRecord ended, DecisionKind why, Event decision, RunHistory history) {
    List<Event> all = new ArrayList<>();
    all.add(decision);
    all.addAll(events);
    return new Transition(next, all, Optional.of(ended), Optional.of(why), history);
  }

  /** Returns the same transition to another state. */
  Transition to(RunState other) {
    return new Transition(other, events, step, kind, decided);
  }

  /** Appends a transition that ends no step. */
  Transition before(Transition following) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(following.events());
    return new Transition(following.next(), all, step, kind, decided);
  }

  /** Prepends the source event to the events. */
  public Transition from(Event source) {
    List<Event> all = new ArrayList<>();
    all.add(source);
    all.addAll(events);
    return new Transition(next, all, step, kind, decided);
  }
}
