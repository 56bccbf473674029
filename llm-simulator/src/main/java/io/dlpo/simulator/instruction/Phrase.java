package io.dlpo.simulator.instruction;

import java.util.Set;

/**
 * A way to give an instruction: one word of each group.
 *
 * @param heads the main words
 * @param others words of which one must occur too; empty if none is needed
 * @param unless words that change the meaning
 */
record Phrase(Set<String> heads, Set<String> others, Set<String> unless) {

  static Phrase of(String heads, String others) {
    return new Phrase(Stem.all(heads), Stem.all(others), Set.of());
  }

  Phrase unless(String words) {
    return new Phrase(heads, others, Stem.all(words));
  }

  /** Whether a clause says this or its opposite. */
  boolean isIn(Clause clause) {
    return clause.hasAny(heads)
        && (others.isEmpty() || clause.hasAny(others))
        && !clause.hasAny(unless);
  }

  /** Whether a clause says this, possibly with the rest of its sentence. */
  boolean isAffirmedIn(Clause clause, Sentence sentence) {
    return clause.affirms(heads)
        && (others.isEmpty() || clause.hasAny(others) || sentence.affirms(others))
        && !clause.hasAny(unless);
  }
}
