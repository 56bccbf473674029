package io.dlpo.simulator.teacher;

import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns gradient and features into sentence edits. Harms, overdoes it, grows wordy, exceeds the
 * limit or talks nonsense once in a while. One request each.
 */
final class Editor {

  private static final Pattern LIMIT = Pattern.compile("\\d{1,4}");
  private static final int TOO_MANY = 3;

  private static final double REPLACES = 0.5;
  private static final double REWORDS = 0.5;
  private static final double CLEANS_UP = 0.7;
  private static final double AVOIDS = 0.6;
  private static final double WORDY = 0.2;
  private static final double HARMS = 0.15;
  private static final double BABBLES = 0.1;
  private static final double OVERDOES = 0.2;
  private static final double EXCEEDS = 0.1;

  private final String message;
  private final Luck luck;
  private final List<Line> lines;
  private final EditScript script;

  private Editor(String message, String variation) {
    this.message = message;
    this.luck = new Luck("editor", message, variation);
    this.lines = Line.read(Blocks.text(message, "SENTENCES"));
    this.script = new EditScript(lines.size());
  }

  static String edit(String message, String variation) {
    return new Editor(message, variation).reply();
  }

  private String reply() {
    follow(new Wishes(message, luck).of(lines.stream().map(Line::text).toList()));
    avoid(Points.of(Blocks.text(message, "NEGATIVE_FEATURE")));
    cleanUp();
    stray();
    return luck.dressed(script.json(most()));
  }

  /** Advice takes the place of a poor sentence or a place of its own. */
  private void follow(List<String> advices) {
    for (String advice : advices) {
      Optional<Line> poor = free().filter(Line::isPoor).findFirst();
      String text = luck.happens("wordy " + advice, WORDY) ? Advice.verbose(advice) : advice;
      if (poor.isPresent() && luck.happens("replaces " + advice, REPLACES)) {
        script.modify(poor.get(), text);
      } else {
        script.add(text);
      }
    }
    if (advices.isEmpty() && luck.happens("rewords", REWORDS)) {
      free().filter(line -> cure(line).isPresent()).findFirst().ifPresent(this::reword);
    }
  }

  private void reword(Line line) {
    script.modify(line, Advice.cureFor(cure(line).orElseThrow(), "reword", message));
  }

  /** What worse prompts had goes, be it good or bad. */
  private void avoid(List<String> features) {
    List<String> subjects = features.stream().map(Points::subject).toList();
    free()
        .filter(line -> subjects.contains(Points.subject(line.text())))
        .filter(line -> luck.happens("avoids " + line.number(), AVOIDS))
        .toList()
        .forEach(script::delete);
  }

  private void cleanUp() {
    free()
        .filter(line -> Guidance.of(line.text()).isHarmful())
        .filter(line -> luck.happens("cleans up " + line.number(), CLEANS_UP))
        .toList()
        .forEach(script::delete);
  }

  /** What nobody asked for. */
  private void stray() {
    if (luck.happens("harms", HARMS)) {
      script.add(luck.pick("harm", Advice.HARMFUL));
    }
    if (luck.happens("babbles", BABBLES)) {
      script.add(luck.pick("babble", Advice.USELESS));
    }
    if (luck.happens("overdoes", OVERDOES)) {
      List<Line> victims =
          free().filter(line -> luck.happens("victim " + line.number(), REPLACES)).toList();
      victims.stream().limit(TOO_MANY).forEach(this::spoil);
    }
  }

  private void spoil(Line line) {
    if (luck.happens("deletes " + line.number(), REPLACES)) {
      script.delete(line);
    } else {
      script.modify(line, luck.pick("spoil " + line.number(), Advice.USELESS));
    }
  }

  /** How many edits the reply holds: those that are allowed, or some more. */
  private int most() {
    String limit = Blocks.text(message, "LIMIT").strip();
    if (!LIMIT.matcher(limit).matches()) {
      return script.size();
    }
    int allowed = Integer.parseInt(limit);
    if (!luck.happens("exceeds", EXCEEDS)) {
      return allowed;
    }
    while (script.size() <= allowed) {
      script.add(luck.pick("excess " + script.size(), Advice.USELESS));
    }
    return script.size();
  }

  private Stream<Line> free() {
    return lines.stream().filter(line -> line.mayChange() && !script.touches(line));
  }

  private static Optional<Weakness> cure(Line line) {
    return Guidance.curedBy(line.text());
  }
}
