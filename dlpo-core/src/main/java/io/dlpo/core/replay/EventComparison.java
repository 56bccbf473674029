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

/** Compares events field by field, in their wire format. */
final class EventComparison {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ABSENT = "nothing";

  /**
   * Measured times, which cannot be recomputed, and advice for people, which a later version words
   * in another way.
   */
  private static final Set<String> UNDECIDED = Set.of("wallMillis", "warnings");

  /** Fields that earlier versions did not publish; a difference only if the log has them. */
  private static final Set<String> ADDED = Set.of("comparison.improved", "comparison.worsened");

  /** Tolerance for quantiles and p-values, whose last digits depend on the library version. */
  private static final double ROUNDING = 1e-9;

  private EventComparison() {}

  /** The first difference between two events of the same type; empty if they are equal. */
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
    if (recorded.equals(recomputed)
        || differByRounding(recorded, recomputed)
        || (isAbsent(recorded) && ADDED.contains(path))) {
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

  private static boolean isAbsent(JsonNode recorded) {
    return recorded.isMissingNode() || recorded.isNull();
  }

  private static boolean differByRounding(JsonNode recorded, JsonNode recomputed) {
    if (!recorded.isDouble() || !recomputed.isDouble()) {
      return false;
    }
    double value = recorded.doubleValue();
    return Math.abs(value - recomputed.doubleValue()) <= ROUNDING * Math.max(1, Math.abs(value));
  }

  private static Optional<Found> firstOfObject(
      String path, JsonNode recorded, JsonNode recomputed) {
    Set<String> names = new LinkedHashSet<>();
    recorded.fieldNames().forEachRemaining(names::add);
    recomputed.fieldNames().forEachRemaining(names::add);
    if (path.isEmpty()) {
      names.removeAll(UNDECIDED);
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
