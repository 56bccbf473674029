package io.dlpo.events.outcome;

import io.dlpo.contracts.event.Event;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a handled record caused.
 *
 * @param events to be published, in order
 * @param extensions CloudEvents extensions that all of these events have, by their names
 */
public record Outcome(List<Event> events, Map<String, String> extensions) {

  /** Nothing is published. */
  public static final Outcome NONE = new Outcome(List.of(), Map.of());

  private static final String NAME = "[a-z0-9]{1,20}";

  public Outcome {
    events = List.copyOf(events);
    extensions = Collections.unmodifiableMap(new TreeMap<>(extensions));
    extensions
        .keySet()
        .forEach(
            name -> {
              if (!name.matches(NAME)) {
                throw new IllegalArgumentException(
                    "Outcome.extensions has the name '%s'; use up to 20 lowercase letters and digits"
                        .formatted(name));
              }
            });
  }

  /** Events without extensions. */
  public static Outcome of(List<? extends Event> events) {
    return new Outcome(List.copyOf(events), Map.of());
  }
}
