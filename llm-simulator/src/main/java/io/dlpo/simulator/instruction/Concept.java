package io.dlpo.simulator.instruction;

import io.dlpo.simulator.instruction.Stance.Tally;
import java.util.List;

/**
 * Something that a prompt can ask for.
 *
 * @param wordings ways to ask for it
 * @param contraries ways to ask for the contrary
 */
record Concept(List<Phrase> wordings, List<Phrase> contraries) {

  Concept {
    wordings = List.copyOf(wordings);
    contraries = List.copyOf(contraries);
  }

  /** What all sentences say together: a contradiction forbids. */
  Stance stanceOf(List<Sentence> sentences) {
    Tally tally = new Tally();
    sentences.forEach(sentence -> tally.add(stanceOf(sentence)));
    return tally.stance();
  }

  Stance stanceOf(Sentence sentence) {
    Tally tally = new Tally();
    for (Clause clause : sentence.clauses()) {
      tally.add(stanceOf(clause, sentence));
    }
    return tally.stance();
  }

  /** To forbid the contrary is to ask for it. */
  private Stance stanceOf(Clause clause, Sentence sentence) {
    for (Phrase contrary : contraries) {
      if (contrary.isIn(clause)) {
        return clause.affirms(contrary.heads()) ? Stance.FORBIDS : Stance.ASKS;
      }
    }
    Tally tally = new Tally();
    for (Phrase wording : wordings) {
      if (wording.isAffirmedIn(clause, sentence)) {
        return Stance.ASKS;
      }
      tally.add(wording.isIn(clause) ? Stance.FORBIDS : Stance.SILENT);
    }
    return tally.stance();
  }
}
