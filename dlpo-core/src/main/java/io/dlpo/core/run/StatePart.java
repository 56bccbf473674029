package io.dlpo.core.run;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The key of a part of a run's stored state.
 *
 * @param kind what the part holds
 * @param key its key within the kind: a six-digit index or a prompt id; of a chain, after its scope
 */
public record StatePart(Kind kind, String key) implements Comparable<StatePart> {

  private static final Comparator<StatePart> ORDER =
      Comparator.comparing(StatePart::kind).thenComparing(StatePart::key);

  /** What a part holds. */
  public enum Kind {
    /** A prompt with its scores and edits. */
    PROMPT,
    /** The score of an accepted prompt. */
    ACCURACY,
    /** The examples proposed for a prompt, one bit each. */
    ASKED,
    /** The examples scored for a prompt, one bit each. */
    METERED
  }

  public StatePart {
    Objects.requireNonNull(kind, "StatePart.kind is missing");
    Objects.requireNonNull(key, "StatePart.key is missing");
  }

  /**
   * Returns the key of an element of a list.
   *
   * @param place the index of the element, from 0
   */
  public static StatePart at(Kind kind, int place) {
    return new StatePart(kind, String.format(Locale.ROOT, "%06d", place));
  }

  /**
   * Returns a stored part.
   *
   * @param kind the name of its kind
   * @throws UnknownStateException if a newer version wrote it
   */
  public static StatePart stored(String kind, String key) {
    return Stream.of(Kind.values())
        .filter(known -> known.name().equals(kind))
        .findFirst()
        .map(known -> new StatePart(known, key))
        .orElseThrow(() -> new UnknownStateException("parts of the kind '" + kind + "'"));
  }

  /** Returns the key of the same part of a chain. */
  StatePart in(String scope) {
    return new StatePart(kind, scope + key);
  }

  /**
   * Returns the parts of a scope, with their keys in it, in their order.
   *
   * @param scope the scope of a chain; empty for what belongs to no chain
   */
  static Map<StatePart, String> of(String scope, Map<StatePart, String> parts) {
    Map<StatePart, String> found = new TreeMap<>();
    parts.forEach(
        (part, value) -> {
          int end = part.key.lastIndexOf('/') + 1;
          if (part.key.substring(0, end).equals(scope)) {
            found.put(new StatePart(part.kind, part.key.substring(end)), value);
          }
        });
    return found;
  }

  static StatePart asked(String promptId) {
    return new StatePart(Kind.ASKED, promptId);
  }

  static StatePart metered(String promptId) {
    return new StatePart(Kind.METERED, promptId);
  }

  @Override
  public int compareTo(StatePart other) {
    return ORDER.compare(this, other);
  }
}
