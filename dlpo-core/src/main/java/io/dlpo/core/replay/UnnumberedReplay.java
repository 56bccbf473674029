package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.Transition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays a log of a version that did not number the changes of a run. It applies the inputs in the
 * order of their timestamps, and retries an input that the run does not expect yet after the next
 * one. This order may be incorrect if the run was paused or if host clocks differ. Such a log can
 * therefore agree, but a difference proves nothing. Single use.
 */
final class UnnumberedReplay {

  private final Transition first;
  private final ReplayRange range;
  private final InputHandler inputs;
  private final RunFold fold;
  private final List<Event> waiting;
  private final Map<String, Event> outputs = new LinkedHashMap<>();

  /**
   * @param first the first transition of the run
   */
  UnnumberedReplay(RunLog log, RunContext context, Transition first, ReplayRange range) {
    this.first = first;
    this.range = range;
    this.inputs = InputHandler.of(context, log.outputs().values());
    this.fold = new RunFold(first.next(), range);
    this.waiting = new ArrayList<>(log.inputs().values());
    log.outputs().forEach((id, output) -> outputs.put(id, output.event()));
  }

  Replay replay() {
    Optional<Difference> difference = take(first);
    while (difference.isEmpty() && !fold.isAtLastStep()) {
      Optional<Transition> next = next();
      if (next.isEmpty()) {
        return atEnd();
      }
      difference = take(next.get());
    }
    return difference.map(found -> fold.stopped(inconclusive(found))).orElseGet(fold::agreed);
  }

  /** The transition of the first input that has an effect. */
  private Optional<Transition> next() {
    for (Iterator<Event> all = waiting.iterator(); all.hasNext(); ) {
      Event input = all.next();
      boolean isCommand = input instanceof RunCommanded;
      Optional<Transition> effect =
          inputs.effect(fold.state(), input) instanceof InputEffect.Applied applied
              ? Optional.of(applied.transition())
              : Optional.empty();
      // A command without effect is not retried.
      if (effect.isPresent() || isCommand) {
        all.remove();
        fold.explained(1);
      }
      if (effect.isPresent()) {
        return effect;
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> take(Transition change) {
    Map<String, Event> recorded = new LinkedHashMap<>();
    for (Event event : change.events()) {
      String id = CloudEventAttributes.id(event);
      Event output = outputs.remove(id);
      if (output != null) {
        recorded.put(id, output);
      }
    }
    return fold.take(change, recorded, outputs.isEmpty());
  }

  private Replay atEnd() {
    boolean isComplete =
        outputs.isEmpty() && (!range.hasEnded() || fold.state().view().status().hasEnded());
    if (isComplete) {
      return fold.agreed();
    }
    return waiting.stream()
        .map(input -> notRecorded(input))
        .flatMap(Optional::stream)
        .findFirst()
        .map(fold::stopped)
        .orElseGet(
            () ->
                outputs.values().stream()
                    .findFirst()
                    .map(left -> fold.stopped(inconclusive(fold.unexplained(left))))
                    .orElseGet(fold::atEnd));
  }

  private Optional<ReplayResult> notRecorded(Event input) {
    return inputs.effect(fold.state(), input) instanceof InputEffect.NotRecorded found
        ? Optional.of(new ReplayResult.Unknown(RunLog.step(input), found.reason()))
        : Optional.empty();
  }

  private static ReplayResult inconclusive(Difference difference) {
    return new ReplayResult.Unknown(
        difference.step(),
        "the run was recorded by a version that did not number its changes, and its events do not agree in the order of their timestamps (%s)"
            .formatted(difference));
  }
}
