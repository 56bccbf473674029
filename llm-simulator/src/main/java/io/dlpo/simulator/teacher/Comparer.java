package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.simulator.instruction.Guidance;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares better prompts with worse ones: finds sentences that only one side has. Occasionally
 * takes a coincidence for a reason or overlooks something. One instance per request.
 */
final class Comparer {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int FEATURES = 3;
  private static final double OVERLOOKS = 0.15;
  private static final double MISTAKES = 0.15;

  private final SeededDraws draws;
  private final List<List<String>> better;
  private final List<List<String>> worse;

  private Comparer(String message, String variation) {
    this.draws = new SeededDraws("comparer", message, variation);
    this.better = sentences(message, "BETTER_PROMPT");
    this.worse = sentences(message, "WORSE_PROMPT");
  }

  static String compare(String message, String variation) {
    return new Comparer(message, variation).reply();
  }

  private String reply() {
    String json =
        MAPPER
            .createObjectNode()
            .put("positive", feature("The better prompts say:", better, worse))
            .put("negative", feature("The worse prompts say:", worse, better))
            .toString();
    return draws.formatted(json);
  }

  private String feature(String opening, List<List<String>> these, List<List<String>> those) {
    List<String> found =
        distinctive(these, those).stream()
            .filter(sentence -> !draws.happens(opening + " overlooks " + sentence, OVERLOOKS))
            .limit(FEATURES)
            .toList();
    List<String> all = these.stream().flatMap(List::stream).toList();
    if (!all.isEmpty() && draws.happens(opening + " mistakes", MISTAKES)) {
      found = List.of(draws.pick(opening, all));
    }
    return found.isEmpty()
        ? opening + " nothing in particular, as far as one can see."
        : opening + "\n" + AdvicePoints.list(found);
  }

  /**
   * Sentences that are more frequent in these prompts than in those, the most distinctive first.
   */
  private static List<String> distinctive(List<List<String>> these, List<List<String>> those) {
    Map<String, String> bySubject = new LinkedHashMap<>();
    these.forEach(
        prompt ->
            prompt.forEach(
                sentence -> bySubject.putIfAbsent(AdvicePoints.subject(sentence), sentence)));
    return bySubject.entrySet().stream()
        .filter(entry -> lead(entry.getKey(), these, those) > 0)
        .sorted(Comparator.comparingDouble(entry -> -lead(entry.getKey(), these, those)))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static double lead(String subject, List<List<String>> these, List<List<String>> those) {
    return share(subject, these) - share(subject, those);
  }

  private static double share(String subject, List<List<String>> prompts) {
    long holding =
        prompts.stream()
            .filter(prompt -> prompt.stream().map(AdvicePoints::subject).anyMatch(subject::equals))
            .count();
    return prompts.isEmpty() ? 0 : (double) holding / prompts.size();
  }

  private static List<List<String>> sentences(String message, String block) {
    return Blocks.all(message, block).stream().map(Guidance::sentencesOf).toList();
  }
}
