package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replies to a request for an update with one edit script, or with several candidates if the
 * request asks for them. A request that shows mistakes instead of a gradient gets the gradient that
 * follows from them, too. Pure.
 */
final class Updater {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern GRADIENT_OR_MISTAKES = Pattern.compile("<(GRADIENT|MISTAKES)>");
  private static final Pattern SEVERAL = Pattern.compile("[2-5]");

  private Updater() {}

  static String update(String message, String variation) {
    SeededDraws draws = new SeededDraws("editor", message, variation);
    ObjectNode reply = MAPPER.createObjectNode();
    String gradient = Blocks.text(message, "GRADIENT");
    if (showsMistakes(message)) {
      gradient = JointCritic.critique(message, variation);
      reply.put("gradient", gradient);
    }
    int candidates = candidates(message);
    if (candidates == 1) {
      reply.setAll(script(message, gradient, 0, draws));
    } else {
      ArrayNode scripts = reply.putArray("candidates");
      for (int candidate = 0; candidate < candidates; candidate++) {
        scripts.add(script(message, gradient, candidate, draws.ofCandidate(candidate)));
      }
    }
    return draws.formatted(reply.toString());
  }

  private static ObjectNode script(
      String message, String gradient, int candidate, SeededDraws draws) {
    return Editor.edit(message, new AdviceSelection(message, gradient, candidate, draws), draws);
  }

  /** Whether the sentences are followed by mistakes. Tags in sentences or mistakes do not count. */
  private static boolean showsMistakes(String message) {
    Matcher tag = GRADIENT_OR_MISTAKES.matcher(message);
    return tag.find(Math.max(0, message.indexOf("</SENTENCES>")))
        && tag.group(1).equals("MISTAKES");
  }

  /** The number of candidates. The request asks at its end, after the text of others. */
  private static int candidates(String message) {
    return Blocks.all(message, "CANDIDATES").reversed().stream()
        .findFirst()
        .filter(number -> SEVERAL.matcher(number).matches())
        .map(Integer::parseInt)
        .orElse(1);
  }
}
