package io.dlpo.simulator.teacher;

import io.dlpo.simulator.instruction.Guidance;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence split into clauses. Pure.
 *
 * @param clauses the clauses in order, with their punctuation
 */
record Clauses(List<String> clauses) {

  static Clauses of(String sentence) {
    return new Clauses(List.of(sentence.split("(?<=[,;:–—])\\s+", -1)));
  }

  /** Only the first clause, whatever it says. */
  String first() {
    return sentence(clauses.subList(0, 1));
  }

  /** The sentence without clauses that do not change its meaning. */
  String essential() {
    Guidance meant = Guidance.of(sentence(clauses));
    List<String> kept = new ArrayList<>(clauses);
    for (String clause : clauses) {
      List<String> fewer = new ArrayList<>(kept);
      fewer.remove(clause);
      if (!fewer.isEmpty() && Guidance.of(sentence(fewer)).asksTheSameAs(meant)) {
        kept = fewer;
      }
    }
    return sentence(kept);
  }

  private static String sentence(List<String> clauses) {
    String text = String.join(" ", clauses).replaceFirst("[,;:–—.]+$", "");
    return text.isEmpty()
        ? String.join(" ", clauses)
        : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
