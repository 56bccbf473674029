package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Guidance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges critiques: each recommendation once, the most frequent first. */
final class Merger {

  private static final double BABBLES = 0.15;

  private Merger() {}

  static String merge(String message, String variation) {
    Map<String, List<String>> bySubject = new LinkedHashMap<>();
    for (String critique : Blocks.all(message, "CRITIQUE")) {
      int mark = critique.indexOf(Critic.MARK);
      if (mark >= 0) {
        String advice = critique.substring(mark + Critic.MARK.length()).strip();
        bySubject.computeIfAbsent(subject(advice), key -> new ArrayList<>()).add(advice);
      }
    }
    List<String> lines = new ArrayList<>();
    bySubject.values().stream()
        .sorted((one, other) -> Integer.compare(other.size(), one.size()))
        .forEach(advices -> lines.add("- " + advices.getFirst()));
    if (Chance.of("merger babbles", message, variation) < BABBLES) {
      lines.add("- " + Chance.pick(Advice.USELESS, "merger", message, variation));
    }
    return "The prompt should change as follows:\n" + String.join("\n", lines);
  }

  private static String subject(String advice) {
    return Guidance.curedBy(advice).map(Enum::name).orElse(advice);
  }
}
