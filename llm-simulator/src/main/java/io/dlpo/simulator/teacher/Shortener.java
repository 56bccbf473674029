package io.dlpo.simulator.teacher;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes useless sentences and shortens long ones, as requested. Occasionally removes the wrong
 * one, leaves one in, or adds text. One instance per request.
 */
final class Shortener {

  private static final double REMOVES = 0.75;
  private static final double REMOVES_WRONGLY = 0.03;
  private static final double SIMPLIFIES = 0.8;
  private static final double GARBLES = 0.1;
  private static final double LENGTHENS = 0.04;
  private static final int LONG_SENTENCE = 25;

  private final SeededDraws draws;
  private final String message;
  private final List<NumberedSentence> lines;
  private final EditScriptBuilder script;

  private Shortener(String message, String variation) {
    this.message = message;
    this.draws = new SeededDraws("shortener", message, variation);
    this.lines = NumberedSentence.read(Blocks.text(message, "SENTENCES"));
    this.script = new EditScriptBuilder(lines.size());
  }

  static String shorten(String message, String variation) {
    return new Shortener(message, variation).reply();
  }

  private String reply() {
    if (message.contains("Remove irrelevant sentences")) {
      remove();
    }
    if (message.contains("Simplify complex sentences")) {
      simplify();
    }
    if (draws.happens("lengthens", LENGTHENS)) {
      script.add(draws.pick("lengthens", Advice.USELESS));
    }
    return draws.formatted(script.json(script.size()).toString());
  }

  private void remove() {
    Set<String> said = new HashSet<>();
    for (NumberedSentence line : lines) {
      boolean repeats = !said.add(AdvicePoints.subject(line.text()));
      boolean irrelevant = repeats || line.isPoor();
      double share = irrelevant ? REMOVES : REMOVES_WRONGLY;
      if (line.mayChange() && draws.happens("removes " + line.text() + line.number(), share)) {
        script.delete(line);
      }
    }
  }

  private void simplify() {
    for (NumberedSentence line : lines) {
      if (line.mayChange()
          && !script.touches(line)
          && words(line.text()) > LONG_SENTENCE
          && draws.happens("simplifies " + line.text(), SIMPLIFIES)) {
        String shorter =
            draws.happens("garbles " + line.text(), GARBLES)
                ? Clauses.of(line.text()).first()
                : Clauses.of(line.text()).essential();
        if (shorter.length() < line.text().length()) {
          script.modify(line, shorter);
        }
      }
    }
  }

  private static int words(String text) {
    return text.split("\\s+", -1).length;
  }
}
