package io.dlpo.core.replay;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.PromptPromoted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.contracts.wire.CloudEventAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run without duplicates.
 *
 * @param request the request that began the run; null if the log does not contain it
 * @param inputs scores, gradients and commands by CloudEvents id, in the order of the log, without
 *     those that are inconsistent or do not match the proposed evaluation
 * @param outputs the events that the run published, by CloudEvents id, in the order of the log
 * @param clashes contradictions: different events with the same id, scores whose totals are
 *     incorrect, and inputs that do not match the proposed evaluation
 */
public record RunLog(
    @Nullable RunRequested request,
    Map<String, Event> inputs,
    Map<String, LoggedEvent> outputs,
    List<Difference> clashes) {

  /**
   * Sorts the events of a run into inputs and outputs.
   *
   * @param events in the order of their timestamps; a duplicate counts once, and of several
   *     requests only the first counts, as in the run
   */
  static RunLog of(List<LoggedEvent> events) {
    Map<String, LoggedEvent> first = new LinkedHashMap<>();
    List<Difference> clashes = new ArrayList<>();
    for (LoggedEvent logged : events) {
      LoggedEvent known = first.putIfAbsent(CloudEventAttributes.id(logged.event()), logged);
      if (known != null && !(logged.event() instanceof RunRequested)) {
        clash(known, logged).ifPresent(clashes::add);
      }
    }
    RunRequested request = null;
    Map<String, Event> inputs = new LinkedHashMap<>();
    Map<String, LoggedEvent> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, LoggedEvent> entry : first.entrySet()) {
      switch (entry.getValue().event()) {
        case RunRequested requested -> request = requested;
        case BatchScored scored -> inputs.put(entry.getKey(), scored);
        case GradientProduced gradient -> inputs.put(entry.getKey(), gradient);
        case RunCommanded commanded -> inputs.put(entry.getKey(), commanded);
        case PromptProposed ignored -> outputs.put(entry.getKey(), entry.getValue());
        case UpdateReplied ignored -> outputs.put(entry.getKey(), entry.getValue());
        case PromptAccepted ignored -> outputs.put(entry.getKey(), entry.getValue());
        case PromptRejected ignored -> outputs.put(entry.getKey(), entry.getValue());
        case RunFinished ignored -> outputs.put(entry.getKey(), entry.getValue());
        // Exchanged between forward engine and evaluator; the run only sees the scores.
        case ExampleRequested ignored -> {}
        case PredictionProduced ignored -> {}
        // What becomes of a run's prompt after its end.
        case PromptCommanded ignored -> {}
        case PromptPromoted ignored -> {}
      }
    }
    ProposedEvaluations proposed = ProposedEvaluations.of(outputs.values());
    inputs.values().forEach(input -> proposed.differs(input).ifPresent(clashes::add));
    ConsistencyCheck.inconsistent(inputs.values()).forEach(clashes::add);
    inputs
        .values()
        .removeIf(
            input -> !ConsistencyCheck.isConsistent(input) || proposed.differs(input).isPresent());
    return new RunLog(request, inputs, outputs, List.copyOf(clashes));
  }

  private static Optional<Difference> clash(LoggedEvent one, LoggedEvent other) {
    return EventComparison.compare(step(one.event()), one.event(), other.event())
        .map(
            found ->
                new Difference(
                    found.step(),
                    found.event(),
                    found.field(),
                    found.recorded(),
                    found.recomputed() + " in a second record of the same event"));
  }

  /** Whether all outputs name the change of the run that caused them. */
  boolean isNumbered() {
    return outputs.values().stream().allMatch(output -> output.change() != null);
  }

  /** The inputs that no change names. */
  List<Event> inputsBeside(List<LoggedChange> changes) {
    Map<String, Event> beside = new LinkedHashMap<>(inputs);
    changes.forEach(change -> beside.remove(change.inputId()));
    return List.copyOf(beside.values());
  }

  /**
   * The inputs that no change names and that come after all named inputs of their type. Inputs of
   * one type share a partition, so the run has ignored the earlier ones.
   */
  List<Event> inputsAfter(List<LoggedChange> changes) {
    Set<String> named = new HashSet<>();
    changes.forEach(change -> named.add(change.inputId()));
    List<Event> after = new ArrayList<>();
    inputs.forEach(
        (id, input) -> {
          if (named.contains(id)) {
            after.removeIf(earlier -> earlier.getClass() == input.getClass());
          } else {
            after.add(input);
          }
        });
    return after;
  }

  /** The step of an event; 0 if it belongs to none. */
  static int step(Event event) {
    return switch (event) {
      case BatchScored scored -> scored.evaluation().step();
      case GradientProduced gradient -> gradient.evaluation().step();
      case PromptProposed proposed -> proposed.evaluation().step();
      case ExampleRequested requested -> requested.evaluation().step();
      case PredictionProduced predicted -> predicted.evaluation().step();
      case UpdateReplied replied -> replied.step();
      case PromptAccepted accepted -> accepted.step();
      case PromptRejected rejected -> rejected.step();
      case RunFinished finished -> finished.steps();
      case RunRequested ignored -> 0;
      case RunCommanded ignored -> 0;
      case PromptCommanded ignored -> 0;
      case PromptPromoted ignored -> 0;
    };
  }
}
