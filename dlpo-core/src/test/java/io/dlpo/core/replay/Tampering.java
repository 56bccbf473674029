package io.dlpo.core.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Changes one event of a log. */
public final class Tampering {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Tampering() {}

  /** The log with its first event of a kind changed. */
  public static <E extends Event> List<Event> with(
      List<Event> log, Class<E> type, Predicate<E> which, Consumer<ObjectNode> change) {
    E event = first(log, type, which);
    List<Event> tampered = new ArrayList<>(log);
    tampered.set(log.indexOf(event), changed(event, change));
    return tampered;
  }

  /** The first event of a kind. */
  public static <E extends Event> E first(List<Event> log, Class<E> type, Predicate<E> which) {
    return log.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(which)
        .findFirst()
        .orElseThrow();
  }

  /** An event with other properties. */
  @SuppressWarnings("unchecked")
  public static <E extends Event> E changed(E event, Consumer<ObjectNode> change) {
    try {
      JsonNode tree = MAPPER.readTree(EventJson.write(event));
      change.accept((ObjectNode) tree);
      return (E) EventJson.read(MAPPER.writeValueAsBytes(tree), event.getClass());
    } catch (IOException e) {
      throw new UncheckedIOException("the changed event is none", e);
    }
  }
}
