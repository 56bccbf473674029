package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges critiques: each recommendation once, the most frequent first. Occasionally forgets what
 * only one critique says, or adds something.
 */
final class Merger {

  private static final double BABBLES = 0.15;
  private static final double FORGETS = 0.15;

  private Merger() {}

  static String merge(String message, String variation) {
    return merge(Blocks.all(message, "CRITIQUE"), message, variation);
  }

  /**
   * Merges critiques.
   *
   * @param message the request that they belong to
   */
  static String merge(List<String> critiques, String message, String variation) {
    Map<String, List<String>> bySubject = new LinkedHashMap<>();
    for (String critique : critiques) {
      int mark = critique.indexOf(Critic.MARK);
      if (mark >= 0) {
        String advice = critique.substring(mark + Critic.MARK.length()).strip();
        bySubject
            .computeIfAbsent(AdvicePoints.subject(advice), key -> new ArrayList<>())
            .add(advice);
      }
    }
    List<String> lines = new ArrayList<>();
    bySubject.values().stream()
        .filter(advices -> !forgets(advices, bySubject.size(), message, variation))
        .sorted((one, other) -> Integer.compare(other.size(), one.size()))
        .forEach(advices -> lines.add("- " + advices.getFirst()));
    if (Chance.of("merger babbles", message, variation) < BABBLES) {
      lines.add("- " + Chance.pick(Advice.USELESS, "merger", message, variation));
    }
    return "The prompt should change as follows:\n" + String.join("\n", lines);
  }

  private static boolean forgets(
      List<String> advices, int subjects, String message, String variation) {
    return subjects > 1
        && advices.size() == 1
        && Chance.of("merger forgets", advices.getFirst(), message, variation) < FORGETS;
  }
}
