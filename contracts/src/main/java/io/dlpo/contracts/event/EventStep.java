package io.dlpo.contracts.event;

import java.util.OptionalInt;

/** Tells which step of its run an event belongs to. */
public final class EventStep {

  private EventStep() {}

  /** The step, 0 for the initial prompt. Empty for an event of a whole run. */
  public static OptionalInt of(Event event) {
    return switch (event) {
      case PromptProposed proposed -> OptionalInt.of(proposed.evaluation().step());
      case ExampleRequested requested -> OptionalInt.of(requested.evaluation().step());
      case PredictionProduced predicted -> OptionalInt.of(predicted.evaluation().step());
      case BatchScored scored -> OptionalInt.of(scored.evaluation().step());
      case GradientProduced gradient -> OptionalInt.of(gradient.evaluation().step());
      case UpdateReplied replied -> OptionalInt.of(replied.step());
      case PromptAccepted accepted -> OptionalInt.of(accepted.step());
      case PromptRejected rejected -> OptionalInt.of(rejected.step());
      default -> OptionalInt.empty();
    };
  }
}
