package io.dlpo.core.run;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * The name of a part of a run's stored state.
 *
 * @param kind what it holds
 * @param key its place among its kind: a number of six digits, or the id of a prompt
 */
public record StatePart(Kind kind, String key) implements Comparable<StatePart> {

  private static final Comparator<StatePart> ORDER =
      Comparator.comparing(StatePart::kind).thenComparing(StatePart::key);

  /** What a part holds. */
  public enum Kind {
    /** A prompt of the run, with its scores and its edits. */
    PROMPT,
    /** The score of a prompt that the run has accepted. */
    ACCURACY,
    /** The examples that were proposed under a prompt, a bit for each. */
    ASKED,
    /** The examples that were scored under a prompt, a bit for each. */
    METERED
  }

  public StatePart {
    Objects.requireNonNull(kind, "StatePart.kind is missing");
    Objects.requireNonNull(key, "StatePart.key is missing");
  }

  static StatePart at(Kind kind, int place) {
    return new StatePart(kind, String.format(Locale.ROOT, "%06d", place));
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
