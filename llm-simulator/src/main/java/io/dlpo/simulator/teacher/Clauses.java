package io.dlpo.simulator.teacher;

import io.dlpo.simulator.instruction.Guidance;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence as its clauses. Pure.
 *
 * @param clauses in their order, one or more, with their punctuation
 */
record Clauses(List<String> clauses) {

  static Clauses of(String sentence) {
    return new Clauses(List.of(sentence.split("(?<=[,;:–—])\\s+", -1)));
  }

  /** The first clause alone, whatever it says. */
  String first() {
    return sentence(clauses.subList(0, 1));
  }

  /** Without the clauses that change nothing of what is said. */
  String telling() {
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
