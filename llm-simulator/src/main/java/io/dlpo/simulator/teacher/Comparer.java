package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Guidance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares better prompts with worse ones: what the ones say and the others do not. Takes a
 * coincidence for a reason once in a while, and talks without end once in a longer while.
 */
final class Comparer {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 3;
  private static final double OVERLOOKS = 0.15;
  private static final double IMAGINES = 0.15;
  private static final double NONSENSE = 0.01;

  private final String message;
  private final String variation;

  private Comparer(String message, String variation) {
    this.message = message;
    this.variation = variation;
  }

  static String compare(String message, String variation) {
    return new Comparer(message, variation).reply();
  }

  private String reply() {
    if (happens("nonsense", NONSENSE)) {
      return "Prompts are a matter of taste.";
    }
    List<String> better = sentences("BETTER_PROMPT");
    List<String> worse = sentences("WORSE_PROMPT");
    ObjectNode features = MAPPER.createObjectNode();
    features.put("positive", told(own(better, worse), "more detailed instructions"));
    features.put("negative", told(own(worse, better), "less detailed instructions"));
    return features.toString();
  }

  /** What the ones say that the others do not, in another wording of the same included. */
  private List<String> own(List<String> ones, List<String> others) {
    Set<String> subjects = others.stream().map(Comparer::subject).collect(Collectors.toSet());
    List<String> own = new ArrayList<>();
    for (String sentence : ones) {
      boolean shared = subjects.contains(subject(sentence));
      if (shared ? happens("imagines " + sentence, IMAGINES / MOST) : notices(sentence)) {
        own.add(sentence);
      }
    }
    return own.subList(0, Math.min(MOST, own.size()));
  }

  private boolean notices(String sentence) {
    return !happens("overlooks " + sentence, OVERLOOKS);
  }

  private static String told(List<String> sentences, String otherwise) {
    return sentences.isEmpty()
        ? "They have " + otherwise + "."
        : sentences.stream().map(sentence -> "- " + sentence).collect(Collectors.joining("\n"));
  }

  private List<String> sentences(String block) {
    Set<String> all = new LinkedHashSet<>();
    Blocks.all(message, block).forEach(prompt -> all.addAll(Guidance.sentencesOf(prompt)));
    return List.copyOf(all);
  }

  private static String subject(String sentence) {
    return Guidance.curedBy(sentence).map(Enum::name).orElse(sentence);
  }

  private boolean happens(String what, double share) {
    return Chance.of("comparer " + what, message, variation) < share;
  }
}
