package io.dlpo.simulator.instruction;

import java.util.Collection;
import java.util.List;

/**
 * A part of a sentence that ends at a comma or a contrast.
 *
 * @param words the words in order
 */
record Clause(List<Word> words) {

  /**
   * A word of a clause.
   *
   * @param stem the word without its ending
   * @param negated whether the words before it negate it
   */
  record Word(String stem, boolean negated) {}

  boolean hasAny(Collection<String> stems) {
    return words.stream().anyMatch(word -> stems.contains(word.stem()));
  }

  /** Whether one of the words occurs without negation. */
  boolean affirms(Collection<String> stems) {
    return words.stream().anyMatch(word -> !word.negated() && stems.contains(word.stem()));
  }
}
