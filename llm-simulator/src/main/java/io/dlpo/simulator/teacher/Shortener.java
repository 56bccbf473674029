package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a prompt shorter and simpler: takes out what says nothing, what was said before and what
 * does harm, and tells long sentences in short words. Takes out something good once in a while.
 */
final class Shortener {

  private static final int LONG = 120;
  private static final double FINDS = 0.75;
  private static final double SPOILS = 0.04;
  private static final double NONSENSE = 0.01;

  private final String message;
  private final String variation;
  private final List<Line> lines;
  private final EditScript script;
  private final Set<Weakness> said = EnumSet.noneOf(Weakness.class);

  private Shortener(String message, String variation) {
    this.message = message;
    this.variation = variation;
    this.lines = Line.read(Blocks.text(message, "SENTENCES"));
    this.script = new EditScript(lines.size());
  }

  static String shorten(String message, String variation) {
    return new Shortener(message, variation).reply();
  }

  private String reply() {
    if (happens("nonsense", NONSENSE)) {
      return "It is perfect as it is.";
    }
    for (Line line : lines) {
      Optional<Weakness> cured = Guidance.curedBy(line.text());
      boolean repeated = cured.isPresent() && !said.add(cured.get());
      if (line.mayChange()) {
        shorten(line, cured, repeated);
      }
    }
    return script.json(script.size());
  }

  private void shorten(Line line, Optional<Weakness> cured, boolean repeated) {
    boolean removes = message.contains("Remove irrelevant sentences.");
    boolean simplifies = message.contains("Simplify complex sentences.");
    if (removes && (line.isPoor() || repeated)) {
      if (happens("finds " + line.number(), FINDS)) {
        script.delete(line);
      }
    } else if (removes && happens("spoils " + line.number(), SPOILS)) {
      script.delete(line);
    } else if (simplifies && line.text().length() > LONG && cured.isPresent()) {
      script.modify(line, Advice.cureFor(cured.get(), "shorten", message, variation));
    }
  }

  private boolean happens(String what, double share) {
    return Chance.of("shortener " + what, message, variation) < share;
  }
}
