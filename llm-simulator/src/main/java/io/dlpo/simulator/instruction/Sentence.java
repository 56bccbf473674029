package io.dlpo.simulator.instruction;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence of a prompt.
 *
 * @param clauses the clauses in order
 */
record Sentence(List<Clause> clauses) {

  private static final Pattern END =
      Pattern.compile("(?<=[.!?][\"')\\]]{0,2})(?<!\\b(?i:e\\.g|i\\.e|vs|cf)\\.)\\s+|\\n+");

  private static final int MANY_WORDS = 40;

  /** The sentences of a prompt that contain words. */
  static List<Sentence> of(String prompt) {
    return texts(prompt)
        .map(ClauseReader::read)
        .filter(clauses -> !clauses.isEmpty())
        .map(Sentence::new)
        .toList();
  }

  /** The sentences verbatim, except those without a letter, such as list numbers. */
  static Stream<String> texts(String prompt) {
    return END.splitAsStream(prompt)
        .map(String::strip)
        .filter(text -> text.codePoints().anyMatch(Character::isLetter));
  }

  /** Whether the sentence is too long to read. */
  boolean isComplex() {
    return clauses.stream().mapToInt(clause -> clause.words().size()).sum() > MANY_WORDS;
  }

  /** Whether one of the words occurs without negation. */
  boolean affirms(Collection<String> stems) {
    return clauses.stream().anyMatch(clause -> clause.affirms(stems));
  }
}
