package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.wire.RunChange;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Replays a log whose outputs name the change of the run that caused them. It applies the inputs in
 * the order of the changes, and compares the events that each one causes with those that were
 * published. An input that no change names had no effect, or came after the last change that
 * published an event. Single use.
 */
final class NumberedReplay {

  private final RunLog log;
  private final Transition first;
  private final ReplayRange range;
  private final InputHandler inputs;
  private final RunFold fold;
  private final List<LoggedChange> changes;

  /**
   * @param first the first transition of the run
   */
  NumberedReplay(RunLog log, RunContext context, Transition first, ReplayRange range) {
    this.log = log;
    this.first = first;
    this.range = range;
    this.inputs = InputHandler.of(context, log.outputs().values());
    this.fold = new RunFold(first.next(), range);
    this.changes = LoggedChange.of(log.outputs().values());
  }

  Replay replay() {
    long sequence = 0;
    for (LoggedChange change : changes) {
      Optional<ReplayResult> stop =
          change.sequence() == ++sequence ? take(change) : outOfSequence(change, sequence);
      if (stop.isPresent()) {
        return fold.stopped(stop.get());
      }
      if (fold.isAtLastStep()) {
        return fold.agreed();
      }
    }
    return sequence == 0 ? begin() : takeRest();
  }

  private Optional<ReplayResult> take(LoggedChange change) {
    if (change.sequence() == 1) {
      return compare(first, change);
    }
    Event input = log.inputs().get(change.inputId());
    if (input == null) {
      return Optional.of(
          fold.unknown(
              "the log does not hold the input of change %d of the run, event %s"
                  .formatted(change.sequence(), change.inputId())));
    }
    fold.explained(1);
    return switch (inputs.effect(fold.state(), input)) {
      case InputEffect.Applied applied -> compare(applied.transition(), change);
      case InputEffect.Ignored ignored ->
          Optional.of(
              new ReplayResult.Differs(
                  fold.unexplained(change.outputs().values().stream().findFirst().orElse(input))));
      case InputEffect.NotRecorded notRecorded ->
          Optional.of(new ReplayResult.Unknown(RunLog.step(input), notRecorded.reason()));
    };
  }

  private Optional<ReplayResult> compare(Transition transition, LoggedChange change) {
    return fold.take(transition, change.outputs(), change.equals(changes.getLast()))
        .map(ReplayResult.Differs::new);
  }

  /** The change with the expected number is missing, or its number is used twice. */
  private Optional<ReplayResult> outOfSequence(LoggedChange change, long expected) {
    if (change.sequence() < expected) {
      return Optional.of(
          new ReplayResult.Differs(
              new Difference(
                  fold.state().view().step(),
                  change.outputs().values().stream()
                      .findFirst()
                      .map(EventComparison::name)
                      .orElse(change.inputId()),
                  RunChange.SEQUENCE,
                  String.valueOf(change.sequence()),
                  String.valueOf(expected))));
    }
    return Optional.of(expected == 1 ? lost(1, Optional.of(first)) : lost(change, expected));
  }

  /**
   * Applies the inputs that no change names, in the order of the log, in place of the missing
   * changes.
   */
  private ReplayResult lost(LoggedChange next, long from) {
    List<Event> rest = new ArrayList<>(log.inputsBeside(changes));
    for (long sequence = from; sequence < next.sequence(); sequence++) {
      Optional<Transition> change = takeFirst(rest, any -> true);
      if (change.isEmpty()) {
        return notRecorded(rest).orElse(lost(sequence, change));
      }
      if (!change.get().events().isEmpty()) {
        return lost(sequence, change);
      }
      fold.take(change.get(), Map.of(), false);
    }
    return lost(from, Optional.empty());
  }

  /** The result for a missing change, if it could be recomputed. */
  private ReplayResult lost(long sequence, Optional<Transition> change) {
    return change
        .flatMap(transition -> transition.events().stream().findFirst())
        .<ReplayResult>map(event -> new ReplayResult.Differs(RunFold.unpublished(event)))
        .orElseGet(
            () -> fold.unknown("the log does not hold change %d of the run".formatted(sequence)));
  }

  /** Handles a log without any published event. */
  private Replay begin() {
    return fold.take(first, Map.of(), true)
        .map(difference -> fold.stopped(new ReplayResult.Differs(difference)))
        .orElseGet(this::takeRest);
  }

  /** Applies the inputs after the last change that published an event. */
  private Replay takeRest() {
    fold.explained(
        (int) log.inputsBeside(changes).stream().filter(RunCommanded.class::isInstance).count());
    List<Event> rest = log.inputsAfter(changes);
    Optional<Transition> silent = takeFirst(rest, change -> change.events().isEmpty());
    while (silent.isPresent()) {
      fold.take(silent.get(), Map.of(), true);
      silent = takeFirst(rest, change -> change.events().isEmpty());
    }
    // The events of this change may not be published yet, unless the run has ended.
    Optional<Transition> last = takeFirst(rest, any -> true);
    Optional<ReplayResult> stop =
        last.flatMap(change -> fold.take(change, Map.of(), true))
            .<ReplayResult>map(ReplayResult.Differs::new)
            .or(() -> range.hasEnded() ? notRecorded(rest) : Optional.empty());
    return stop.map(fold::stopped).orElseGet(fold::atEnd);
  }

  /** Removes and applies the first input whose transition matches. */
  private Optional<Transition> takeFirst(List<Event> rest, Predicate<Transition> which) {
    for (Event input : rest) {
      if (inputs.effect(fold.state(), input) instanceof InputEffect.Applied applied
          && which.test(applied.transition())) {
        fold.explained(input instanceof RunCommanded ? 0 : 1);
        rest.remove(input);
        return Optional.of(applied.transition());
      }
    }
    return Optional.empty();
  }

  private Optional<ReplayResult> notRecorded(List<Event> rest) {
    for (Event input : rest) {
      if (inputs.effect(fold.state(), input) instanceof InputEffect.NotRecorded found) {
        return Optional.of(new ReplayResult.Unknown(RunLog.step(input), found.reason()));
      }
    }
    return Optional.empty();
  }
}
