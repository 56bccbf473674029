package io.dlpo.simulator.teacher;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out sentences that do nothing and shortens long ones, as far as it is asked to. Takes out
 * the wrong one, leaves one in, or makes things longer once in a while. One request each.
 */
final class Shortener {

  private static final double REMOVES = 0.75;
  private static final double REMOVES_WRONGLY = 0.03;
  private static final double SIMPLIFIES = 0.8;
  private static final double GARBLES = 0.1;
  private static final double LENGTHENS = 0.04;
  private static final int LONG_SENTENCE = 25;

  private final Luck luck;
  private final String message;
  private final List<Line> lines;
  private final EditScript script;

  private Shortener(String message, String variation) {
    this.message = message;
    this.luck = new Luck("shortener", message, variation);
    this.lines = Line.read(Blocks.text(message, "SENTENCES"));
    this.script = new EditScript(lines.size());
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
    if (luck.happens("lengthens", LENGTHENS)) {
      script.add(luck.pick("lengthens", Advice.USELESS));
    }
    return luck.dressed(script.json(script.size()));
  }

  private void remove() {
    Set<String> said = new HashSet<>();
    for (Line line : lines) {
      boolean repeats = !said.add(Points.subject(line.text()));
      boolean irrelevant = repeats || line.isPoor();
      double share = irrelevant ? REMOVES : REMOVES_WRONGLY;
      if (line.mayChange() && luck.happens("removes " + line.text() + line.number(), share)) {
        script.delete(line);
      }
    }
  }

  private void simplify() {
    for (Line line : lines) {
      if (line.mayChange()
          && !script.touches(line)
          && words(line.text()) > LONG_SENTENCE
          && luck.happens("simplifies " + line.text(), SIMPLIFIES)) {
        String shorter =
            luck.happens("garbles " + line.text(), GARBLES)
                ? Clauses.of(line.text()).first()
                : Clauses.of(line.text()).telling();
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
