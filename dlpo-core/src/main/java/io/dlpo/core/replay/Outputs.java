package io.dlpo.core.replay;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.Decision;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.wire.CloudEventAttributes;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a run has published, to be held against what it should have. */
final class Outputs {

  private final List<Event> recorded;
  private final Map<String, Integer> places = new HashMap<>();

  Outputs(Map<String, Event> byId) {
    this.recorded = List.copyOf(byId.values());
    byId.keySet().forEach(id -> places.put(id, places.size()));
  }

  /** Where the log holds an event of that type and identity; empty if it does not. */
  OptionalInt place(Event recomputed) {
    Integer place = places.get(CloudEventAttributes.id(recomputed));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /**
   * Whether one of these places comes after an earlier one of its type that was not met. Types have
   * topics of their own, and all but the proposals keep a run's events in order there; what
   * happened first of two events in different topics, only clocks tell, which may differ between
   * hosts or be set.
   *
   * @param now places that were just met
   * @param met all that were
   */
  boolean overtake(BitSet now, BitSet met) {
    return now.stream().anyMatch(place -> overtakes(place, met));
  }

  private boolean overtakes(int place, BitSet met) {
    Class<?> type = recorded.get(place).getClass();
    return IntStream.range(0, place)
        .anyMatch(before -> !met.get(before) && recorded.get(before).getClass() == type);
  }

  /** How the log's event differs from the recomputed one; empty if it does not. */
  Optional<Difference> compare(int place, Event recomputed) {
    return EventComparison.compare(RunLog.step(recomputed), recorded.get(place), recomputed);
  }

  /** The first event of the log that was not recomputed; empty if all were. */
  Optional<Event> leftOver(BitSet met) {
    int place = met.nextClearBit(0);
    return place < recorded.size() ? Optional.of(recorded.get(place)) : Optional.empty();
  }

  /** How the log tells otherwise of what it does not hold as it was recomputed; empty if not. */
  Optional<Difference> instead(BitSet met, Event recomputed) {
    return IntStream.range(0, recorded.size())
        .filter(place -> !met.get(place))
        .mapToObj(recorded::get)
        .flatMap(rival -> instead(rival, recomputed).stream())
        .findFirst();
  }

  private static Optional<Difference> instead(Event rival, Event recomputed) {
    if (rival instanceof PromptProposed one && recomputed instanceof PromptProposed other) {
      return samePlace(one, other)
          ? EventComparison.compare(RunLog.step(rival), rival, sameId(one, other))
              .or(() -> EventComparison.compare(RunLog.step(rival), rival, recomputed))
          : Optional.empty();
    }
    return kind(rival)
        .flatMap(
            one ->
                kind(recomputed)
                    .filter(other -> RunLog.step(rival) == RunLog.step(recomputed))
                    .map(
                        other ->
                            new Difference(
                                RunLog.step(rival),
                                EventComparison.name(rival),
                                "decision",
                                one,
                                other)));
  }

  private static boolean samePlace(PromptProposed one, PromptProposed other) {
    return one.evaluation().step() == other.evaluation().step()
        && one.evaluation().purpose() == other.evaluation().purpose()
        && one.part() == other.part();
  }

  /** The id is a digest of all the rest, and says nothing to people. */
  private static PromptProposed sameId(PromptProposed one, PromptProposed other) {
    Evaluation all = other.evaluation();
    return new PromptProposed(
        new Evaluation(
            one.evaluation().id(),
            all.runId(),
            all.step(),
            all.purpose(),
            all.promptId(),
            all.prompt(),
            all.metric(),
            all.engines(),
            all.sampleScope(),
            all.size()),
        other.part(),
        other.parts(),
        other.examples());
  }

  private static Optional<String> kind(Event event) {
    return switch (event) {
      case PromptAccepted accepted -> Optional.of(words("accepted", accepted.decision()));
      case PromptRejected rejected -> Optional.of(words("rejected", rejected.decision()));
      default -> Optional.empty();
    };
  }

  private static String words(String kind, Decision decision) {
    return kind + " (" + decision.reason() + ")";
  }
}
