package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a gradient into sentence edits. Harms, overdoes it or talks nonsense once in a while. */
final class Editor {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern SENTENCE = Pattern.compile("(?m)^\\[(\\d+)( frozen)?] (.*)$");
  private static final Pattern ADVICE = Pattern.compile("(?m)^- (.*)$");
  private static final int EDITS = 2;
  private static final double HARMS = 0.12;
  private static final double OVERDOES = 0.1;
  private static final double FENCES = 0.2;
  private static final double NONSENSE = 0.015;

  private Editor() {}

  static String edit(String message, String variation) {
    if (Chance.of("editor talks nonsense", message, variation) < NONSENSE) {
      return "I would rather discuss the weather.";
    }
    ObjectNode script = MAPPER.createObjectNode();
    ArrayNode edits = script.putArray("edits");
    String sentences = Blocks.text(message, "SENTENCES");
    int count = (int) SENTENCE.matcher(sentences).results().count();
    for (String advice : wanted(sentences, Blocks.text(message, "GRADIENT"))) {
      edits.addObject().put("op", "add").put("after", count).put("text", advice);
    }
    if (Chance.of("editor harms", message, variation) < HARMS) {
      String harm = Chance.pick(Advice.HARMFUL, "editor", message, variation);
      edits.addObject().put("op", "add").put("after", count).put("text", harm);
    }
    if (count > 1 && Chance.of("editor overdoes", message, variation) < OVERDOES) {
      int victim = 2 + (int) (Chance.of("victim", message, variation) * (count - 1));
      edits.addObject().put("op", "delete").put("sentence", victim);
    }
    return Chance.of("editor fences", message, variation) < FENCES
        ? "Here are the edits:\n```json\n" + script + "\n```"
        : script.toString();
  }

  /** Advice that the prompt does not follow yet. */
  private static List<String> wanted(String sentences, String gradient) {
    Set<Weakness> cured = EnumSet.noneOf(Weakness.class);
    SENTENCE
        .matcher(sentences)
        .results()
        .map(match -> Guidance.curedBy(match.group(3)))
        .flatMap(Optional::stream)
        .forEach(cured::add);
    return ADVICE
        .matcher(gradient)
        .results()
        .map(match -> match.group(1))
        .filter(advice -> !sentences.contains(advice))
        .filter(
            advice ->
                Guidance.curedBy(advice).map(weakness -> !cured.contains(weakness)).orElse(true))
        .limit(EDITS)
        .toList();
  }
}
