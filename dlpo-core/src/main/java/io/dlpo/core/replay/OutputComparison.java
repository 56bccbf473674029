package io.dlpo.core.replay;

import io.dlpo.contracts.event.Decision;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.wire.CloudEventAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the events that a change published with the recomputed ones.
 *
 * @param unmatched published events, by CloudEvents id, that were not recomputed
 * @param difference the first event that differs, or was published with another id; empty if there
 *     is none
 * @param missing the first event that was not published; empty if there is none
 */
record OutputComparison(
    Map<String, Event> unmatched, Optional<Difference> difference, Optional<Event> missing) {

  /**
   * @param recorded the events that the change published, by CloudEvents id
   * @param recomputed the events that the replay computed
   */
  static OutputComparison of(Map<String, Event> recorded, List<Event> recomputed) {
    Map<String, Event> unmatched = new LinkedHashMap<>(recorded);
    recomputed.forEach(event -> unmatched.remove(CloudEventAttributes.id(event)));
    Optional<Difference> difference =
        recomputed.stream()
            .flatMap(event -> difference(recorded, unmatched, event).stream())
            .findFirst();
    Optional<Event> missing =
        recomputed.stream()
            .filter(event -> !recorded.containsKey(CloudEventAttributes.id(event)))
            .findFirst();
    return new OutputComparison(unmatched, difference, missing);
  }

  private static Optional<Difference> difference(
      Map<String, Event> recorded, Map<String, Event> unmatched, Event recomputed) {
    Event same = recorded.get(CloudEventAttributes.id(recomputed));
    return same != null
        ? EventComparison.compare(RunLog.step(recomputed), same, recomputed)
        : unmatched.values().stream()
            .flatMap(other -> replaced(other, recomputed).stream())
            .findFirst();
  }

  /** The difference if an event with another id was published instead of this one. */
  private static Optional<Difference> replaced(Event recorded, Event recomputed) {
    if (recorded instanceof PromptProposed one && recomputed instanceof PromptProposed other) {
      return one.evaluation().purpose() == other.evaluation().purpose()
              && one.part() == other.part()
          ? EventComparison.compare(RunLog.step(one), one, withIdOf(one, other))
              .or(() -> EventComparison.compare(RunLog.step(one), one, other))
          : Optional.empty();
    }
    Optional<String> one = decision(recorded);
    Optional<String> other = decision(recomputed);
    return one.isPresent() && other.isPresent()
        ? Optional.of(
            new Difference(
                RunLog.step(recorded),
                EventComparison.name(recorded),
                "decision",
                one.get(),
                other.get()))
        : Optional.empty();
  }

  /** Copies the id, which is a digest of all other properties, so that those are compared first. */
  private static PromptProposed withIdOf(PromptProposed one, PromptProposed other) {
    return new PromptProposed(
        other.evaluation().withId(one.evaluation().id()),
        other.part(),
        other.parts(),
        other.examples());
  }

  private static Optional<String> decision(Event event) {
    return switch (event) {
      case PromptAccepted accepted -> Optional.of(text("accepted", accepted.decision()));
      case PromptRejected rejected -> Optional.of(text("rejected", rejected.decision()));
      default -> Optional.empty();
    };
  }

  private static String text(String kind, Decision decision) {
    return kind + " (" + decision.reason() + ")";
  }
}
