package io.dlpo.core.replay;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.contracts.wire.CloudEventAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run, each once.
 *
 * @param request what began the run; null if the log does not hold it
 * @param inputs what came to the run: scores, gradients and commands, in the order of the log,
 *     without scores that contradict themselves or what was proposed
 * @param outputs what it published, by CloudEvents id, in the order of the log
 * @param clashes where events contradict themselves or each other: two different ones with one
 *     identity, scores that do not add up or are of something else
 */
public record RunLog(
    @Nullable RunRequested request,
    List<Event> inputs,
    Map<String, Event> outputs,
    List<Difference> clashes) {

  /**
   * Sorts the events of a run.
   *
   * @param events in the order in which they seem to have happened; a repeated event counts once,
   *     and of several requests the first, as it does in the run
   */
  static RunLog of(List<Event> events) {
    Map<String, Event> first = new LinkedHashMap<>();
    List<Difference> clashes = new ArrayList<>();
    for (Event event : events) {
      Event known = first.putIfAbsent(CloudEventAttributes.id(event), event);
      if (known != null && !(event instanceof RunRequested)) {
        clash(known, event).ifPresent(clashes::add);
      }
    }
    RunRequested request = null;
    List<Event> inputs = new ArrayList<>();
    Map<String, Event> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, Event> entry : first.entrySet()) {
      switch (entry.getValue()) {
        case RunRequested requested -> request = requested;
        case BatchScored scored -> inputs.add(scored);
        case GradientProduced gradient -> inputs.add(gradient);
        case RunCommanded commanded -> inputs.add(commanded);
        case PromptProposed proposed -> outputs.put(entry.getKey(), proposed);
        case UpdateReplied replied -> outputs.put(entry.getKey(), replied);
        case PromptAccepted accepted -> outputs.put(entry.getKey(), accepted);
        case PromptRejected rejected -> outputs.put(entry.getKey(), rejected);
        case RunFinished finished -> outputs.put(entry.getKey(), finished);
        // Between forward engine and evaluator: the run sees what the evaluator makes of them.
        case ExampleRequested ignored -> {}
        case PredictionProduced ignored -> {}
      }
    }
    Proposed proposed = Proposed.of(outputs.values());
    inputs.forEach(input -> proposed.differs(input).ifPresent(clashes::add));
    Soundness.unsound(inputs).forEach(clashes::add);
    inputs.removeIf(input -> !Soundness.isSound(input) || proposed.differs(input).isPresent());
    return new RunLog(request, List.copyOf(inputs), outputs, List.copyOf(clashes));
  }

  private static Optional<Difference> clash(Event one, Event other) {
    return EventComparison.compare(step(one), one, other)
        .map(
            found ->
                new Difference(
                    found.step(),
                    found.event(),
                    found.field(),
                    found.recorded(),
                    found.recomputed() + " in a second record of the same event"));
  }

  /** The step that an event is of; 0 if it is of none. */
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
    };
  }
}
