package io.dlpo.contracts.evaluation;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run should know about its models besides their replies, for example that a model does not
 * take a parameter. A note has no part that differs from call to call, so that equal notes are
 * equal texts.
 */
public final class Notes {

  /** Maximum number of notes in an event. */
  public static final int MAX = 20;

  private Notes() {}

  /** Distinct notes in alphabetical order, {@value #MAX} at most; null if there are none. */
  public static @Nullable List<String> of(@Nullable Collection<String> notes) {
    return notes == null || notes.isEmpty()
        ? null
        : notes.stream().distinct().sorted().limit(MAX).toList();
  }

  /** The notes of an event. */
  public static List<String> in(@Nullable List<String> notes) {
    return notes == null ? List.of() : notes;
  }
}
