package io.dlpo.core.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Compares events as they are on the wire, field by field. */
final class EventComparison {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ABSENT = "nothing";

  /** Time is only reported and follows from nothing in the log. */
  private static final Set<String> TIMES = Set.of("wallMillis");

  private EventComparison() {}

  /** The first difference of two events of one type; empty if there is none. */
  static Optional<Difference> compare(int step, Event recorded, Event recomputed) {
    return first("", tree(recorded), tree(recomputed))
        .map(
            found ->
                new Difference(
                    step, name(recorded), found.field(), found.recorded(), found.recomputed()));
  }

  /** The event's type and identity. */
  static String name(Event event) {
    return EventType.of(event).record().getSimpleName() + " " + event.identity();
  }

  private record Found(String field, String recorded, String recomputed) {}

  private static Optional<Found> first(String path, JsonNode recorded, JsonNode recomputed) {
    if (recorded.equals(recomputed)) {
      return Optional.empty();
    }
    if (recorded.isObject() && recomputed.isObject()) {
      return firstOfObject(path, recorded, recomputed);
    }
    if (recorded.isArray() && recomputed.isArray() && recorded.size() == recomputed.size()) {
      for (int i = 0; i < recorded.size(); i++) {
        Optional<Found> found = first(path + "[" + i + "]", recorded.path(i), recomputed.path(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return Optional.of(new Found(path, text(recorded), text(recomputed)));
  }

  private static Optional<Found> firstOfObject(
      String path, JsonNode recorded, JsonNode recomputed) {
    Set<String> names = new LinkedHashSet<>();
    recorded.fieldNames().forEachRemaining(names::add);
    recomputed.fieldNames().forEachRemaining(names::add);
    if (path.isEmpty()) {
      names.removeAll(TIMES);
    }
    Iterator<String> all = names.iterator();
    while (all.hasNext()) {
      String name = all.next();
      Optional<Found> found =
          first(
              path.isEmpty() ? name : path + "." + name,
              recorded.path(name),
              recomputed.path(name));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? ABSENT : node.toString();
  }

  private static JsonNode tree(Event event) {
    try {
      return MAPPER.readTree(EventJson.write(event));
    } catch (IOException e) {
      throw new UncheckedIOException("what was just written cannot be read", e);
    }
  }
}
