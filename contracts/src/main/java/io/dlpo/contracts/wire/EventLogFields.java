package io.dlpo.contracts.wire;

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
import java.util.Map;
import java.util.OptionalInt;

/** What log lines about an event are searched by: the fields {@code run} and {@code step}. */
public final class EventLogFields {

  private EventLogFields() {}

  /** The fields by name; without a step for an event of the run as a whole. */
  public static Map<String, String> of(Event event) {
    String run = event.runId().value();
    OptionalInt step = step(event);
    return step.isEmpty()
        ? Map.of("run", run)
        : Map.of("run", run, "step", Integer.toString(step.getAsInt()));
  }

  private static OptionalInt step(Event event) {
    return switch (event) {
      case PromptProposed proposed -> OptionalInt.of(proposed.evaluation().step());
      case ExampleRequested requested -> OptionalInt.of(requested.evaluation().step());
      case PredictionProduced produced -> OptionalInt.of(produced.evaluation().step());
      case BatchScored scored -> OptionalInt.of(scored.evaluation().step());
      case GradientProduced produced -> OptionalInt.of(produced.evaluation().step());
      case UpdateReplied replied -> OptionalInt.of(replied.step());
      case PromptAccepted accepted -> OptionalInt.of(accepted.step());
      case PromptRejected rejected -> OptionalInt.of(rejected.step());
      case RunRequested requested -> OptionalInt.empty();
      case RunCommanded commanded -> OptionalInt.empty();
      case RunFinished finished -> OptionalInt.empty();
    };
  }
}
