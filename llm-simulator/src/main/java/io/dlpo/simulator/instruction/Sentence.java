package io.dlpo.simulator.instruction;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence of a prompt.
 *
 * @param clauses in their order
 */
record Sentence(List<Clause> clauses) {

  private static final Pattern END = Pattern.compile("(?<=[.!?])[\"')\\]]*\\s+|\\n+");

  /** The sentences of a prompt that hold any word. */
  static List<Sentence> of(String prompt) {
    return Stream.of(END.split(prompt))
        .map(ClauseReader::read)
        .filter(clauses -> !clauses.isEmpty())
        .map(Sentence::new)
        .toList();
  }

  boolean hasAny(Collection<String> stems) {
    return clauses.stream().anyMatch(clause -> clause.hasAny(stems));
  }
}
