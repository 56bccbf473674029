package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.RunChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A change of a run, as recorded in its log.
 *
 * @param sequence number of the change within its run
 * @param inputId CloudEvents id of the input that caused it
 * @param outputs the events that it caused, by CloudEvents id; empty if only a later change implies
 *     it
 */
record LoggedChange(long sequence, String inputId, Map<String, Event> outputs) {

  /** The changes that are recorded in the outputs of a run, in order. */
  static List<LoggedChange> of(Collection<LoggedEvent> outputs) {
    Map<RunChange, Map<String, Event>> byChange =
        new TreeMap<>(
            Comparator.comparingLong(RunChange::sequence)
                .thenComparing(RunChange::causationId)
                .thenComparing(change -> change.priorIds().toString()));
    for (LoggedEvent output : outputs) {
      byChange
          .computeIfAbsent(Objects.requireNonNull(output.change()), any -> new LinkedHashMap<>())
          .put(CloudEventAttributes.id(output.event()), output.event());
    }
    List<LoggedChange> changes = new ArrayList<>();
    byChange.forEach(
        (change, caused) -> {
          long sequence = change.sequence() - change.priorIds().size();
          for (String inputId : change.priorIds()) {
            changes.add(new LoggedChange(sequence++, inputId, Map.of()));
          }
          changes.add(new LoggedChange(sequence, change.causationId(), caused));
        });
    return List.copyOf(changes);
  }
}
