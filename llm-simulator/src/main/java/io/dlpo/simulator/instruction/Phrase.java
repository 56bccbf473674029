package io.dlpo.simulator.instruction;

import java.util.Set;

/**
 * A way to say something: a word of each group.
 *
 * @param heads the words that carry it
 * @param others what must be said with them; empty if nothing
 * @param unless words that give it another meaning
 */
record Phrase(Set<String> heads, Set<String> others, Set<String> unless) {

  static Phrase of(String heads, String others) {
    return new Phrase(Stem.all(heads), Stem.all(others), Set.of());
  }

  Phrase unless(String words) {
    return new Phrase(heads, others, Stem.all(words));
  }

  /** Whether a clause says it or its contrary. */
  boolean isIn(Clause clause) {
    return clause.hasAny(heads)
        && (others.isEmpty() || clause.hasAny(others))
        && !clause.hasAny(unless);
  }

  /** Whether a clause says it, be it with the help of the rest of its sentence. */
  boolean isAffirmedIn(Clause clause, Sentence sentence) {
    return clause.affirms(heads)
        && (others.isEmpty() || clause.hasAny(others) || sentence.affirms(others))
        && !clause.hasAny(unless);
  }
}
