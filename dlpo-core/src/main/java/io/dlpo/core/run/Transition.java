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
 * The effect of an event on a run: to be stored in one transaction, its events to be published.
 *
 * @param next the run from now on
 * @param events what happened, in order
 * @param step the row of the step that ended with it
 * @param kind what became of that step
 * @param decided what the run remembered right after that step, before anything of the next one;
 *     null if no step ended
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
    Objects.requireNonNull(kind, "Transition.ruling is missing");
    events = List.copyOf(events);
  }

  static Transition to(RunState next, List<? extends Event> events) {
    return new Transition(next, List.copyOf(events), Optional.empty(), Optional.empty(), null);
  }

  /** The same transition, with a step's end before it. */
  Transition after(StepRecord ended, DecisionKind why, Event decision, RunHistory history) {
    List<Event> all = new ArrayList<>();
    all.add(decision);
    all.addAll(events);
    return new Transition(next, all, Optional.of(ended), Optional.of(why), history);
  }

  /** The same transition, with what it came from as its first event. */
  public Transition from(Event source) {
    List<Event> all = new ArrayList<>();
    all.add(source);
    all.addAll(events);
    return new Transition(next, all, step, kind, decided);
  }
}
