package io.dlpo.simulator.instruction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something a sentence can ask for: it has a word of each group.
 *
 * @param action what to do; asked not to be done, the sentence says the contrary
 * @param objects what to do it to
 */
record Concept(Set<String> action, Set<String> objects) {

  /** How a sentence stands to a concept. */
  enum Stance {
    ASKS,
    FORBIDS,
    SILENT
  }

  static Concept of(String action, String objects) {
    return new Concept(stems(action), stems(objects));
  }

  Stance stanceOf(Sentence sentence) {
    int at = sentence.find(action);
    boolean about = objects.isEmpty() || sentence.find(objects) >= 0;
    if (at < 0 || !about) {
      return Stance.SILENT;
    }
    return sentence.negatedAt(at) ? Stance.FORBIDS : Stance.ASKS;
  }

  /** What all sentences say together: a contradiction forbids. */
  Stance stanceOf(List<Sentence> sentences) {
    Set<Stance> stances = sentences.stream().map(this::stanceOf).collect(Collectors.toSet());
    if (stances.contains(Stance.FORBIDS)) {
      return Stance.FORBIDS;
    }
    return stances.contains(Stance.ASKS) ? Stance.ASKS : Stance.SILENT;
  }

  private static Set<String> stems(String words) {
    return Stream.of(words.toLowerCase(Locale.ROOT).split(" "))
        .filter(word -> !word.isEmpty())
        .map(Sentence::stem)
        .collect(Collectors.toUnmodifiableSet());
  }
}
