package io.dlpo.simulator.instruction;

import java.util.Collection;
import java.util.List;

/**
 * A part of a sentence up to a comma or a contrast.
 *
 * @param words in their order
 */
record Clause(List<Word> words) {

  /**
   * A word that was read.
   *
   * @param stem without its ending
   * @param negated whether the words before it turn it into its contrary
   */
  record Word(String stem, boolean negated) {}

  boolean hasAny(Collection<String> stems) {
    return words.stream().anyMatch(word -> stems.contains(word.stem()));
  }

  /** Whether one of the words is there and meant as it stands. */
  boolean affirms(Collection<String> stems) {
    return words.stream().anyMatch(word -> !word.negated() && stems.contains(word.stem()));
  }
}
