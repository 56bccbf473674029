package io.dlpo.simulator.instruction;

import java.util.List;

/**
 * An instruction that a prompt can give.
 *
 * @param wordings the ways to ask for it
 * @param contraries the ways to ask for the opposite
 */
record Concept(List<Phrase> wordings, List<Phrase> contraries) {

  Concept {
    wordings = List.copyOf(wordings);
    contraries = List.copyOf(contraries);
  }

  /** The stance of all sentences together; a contradiction counts as forbidding. */
  Stance stanceOf(List<Sentence> sentences) {
    Stance.Combination combination = new Stance.Combination();
    sentences.forEach(sentence -> combination.add(stanceOf(sentence)));
    return combination.stance();
  }

  Stance stanceOf(Sentence sentence) {
    Stance.Combination combination = new Stance.Combination();
    for (Clause clause : sentence.clauses()) {
      combination.add(stanceOf(clause, sentence));
    }
    return combination.stance();
  }

  /** Forbidding the opposite counts as asking. */
  private Stance stanceOf(Clause clause, Sentence sentence) {
    for (Phrase contrary : contraries) {
      if (contrary.isIn(clause)) {
        return clause.affirms(contrary.heads()) ? Stance.FORBIDS : Stance.ASKS;
      }
    }
    Stance.Combination combination = new Stance.Combination();
    for (Phrase wording : wordings) {
      if (wording.isAffirmedIn(clause, sentence)) {
        return Stance.ASKS;
      }
      combination.add(wording.isIn(clause) ? Stance.FORBIDS : Stance.SILENT);
    }
    return combination.stance();
  }
}
