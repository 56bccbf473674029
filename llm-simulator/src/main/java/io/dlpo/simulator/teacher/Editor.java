package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a gradient into sentence edits, with the help of earlier ones and of what better prompts
 * had, as far as it is shown them. Harms, overdoes it, exceeds the limit or talks nonsense once in
 * a while. One request each.
 */
final class Editor {

  private static final Pattern ADVICE = Pattern.compile("(?m)^- (.*)$");
  private static final Pattern EARLIER =
      Pattern.compile(
          "<EARLIER_GRADIENT weight=\"(\\d\\.\\d+)\">\n(.*?)\n</EARLIER_GRADIENT>", Pattern.DOTALL);
  private static final Pattern LIMIT = Pattern.compile("\\d{1,4}");
  private static final int ADVICES = 2;
  private static final int TOO_MANY = 3;

  private static final double HEEDS_FEATURES = 0.6;
  private static final double REPLACES = 0.5;
  private static final double REWORDS = 0.5;
  private static final double CLEANS_UP = 0.7;
  private static final double HARMS = 0.15;
  private static final double BABBLES = 0.1;
  private static final double OVERDOES = 0.2;
  private static final double EXCEEDS = 0.1;
  private static final double FENCES = 0.2;
  private static final double CUTS = 0.005;
  private static final double NONSENSE = 0.01;

  private final String message;
  private final String variation;
  private final List<Line> lines;
  private final EditScript script;

  private Editor(String message, String variation) {
    this.message = message;
    this.variation = variation;
    this.lines = Line.read(Blocks.text(message, "SENTENCES"));
    this.script = new EditScript(lines.size());
  }

  static String edit(String message, String variation) {
    return new Editor(message, variation).reply();
  }

  private String reply() {
    if (happens("nonsense", NONSENSE)) {
      return "I would rather discuss the weather.";
    }
    follow(wanted());
    stray();
    String json = script.json(most());
    if (happens("cuts", CUTS)) {
      return json.substring(0, json.length() / 2);
    }
    return happens("fences", FENCES) ? "Here are the edits:\n```json\n" + json + "\n```" : json;
  }

  /** Advice takes the place of a poor sentence or a place of its own. */
  private void follow(List<String> advices) {
    for (String advice : advices) {
      Optional<Line> poor = free().filter(Line::isPoor).findFirst();
      if (poor.isPresent() && happens("replaces " + advice, REPLACES)) {
        script.modify(poor.get(), advice);
      } else {
        script.add(advice);
      }
    }
    if (advices.isEmpty() && happens("rewords", REWORDS)) {
      free().filter(line -> cure(line).isPresent()).findFirst().ifPresent(this::reword);
    }
    Set<String> avoided = Set.copyOf(items(Blocks.text(message, "NEGATIVE_FEATURE")).toList());
    free()
        .filter(line -> isBad(line) || (line.isPoor() && avoided.contains(line.text())))
        .filter(line -> happens("cleans up " + line.number(), CLEANS_UP))
        .toList()
        .forEach(script::delete);
  }

  private static boolean isBad(Line line) {
    return Guidance.of(line.text()).isHarmful();
  }

  private void reword(Line line) {
    script.modify(line, Advice.cureFor(cure(line).orElseThrow(), "reword", message, variation));
  }

  /** What nobody asked for. */
  private void stray() {
    if (happens("harms", HARMS)) {
      script.add(Chance.pick(Advice.HARMFUL, "harm", message, variation));
    }
    if (happens("babbles", BABBLES)) {
      script.add(Chance.pick(Advice.USELESS, "babble", message, variation));
    }
    if (happens("overdoes", OVERDOES)) {
      List<Line> victims =
          free().filter(line -> happens("victim " + line.number(), REPLACES)).toList();
      victims.stream().limit(TOO_MANY).forEach(this::spoil);
    }
  }

  private void spoil(Line line) {
    if (happens("deletes " + line.number(), REPLACES)) {
      script.delete(line);
    } else {
      String text = Chance.pick(Advice.USELESS, "spoil " + line.number(), message, variation);
      script.modify(line, text);
    }
  }

  /** How many edits the reply holds: those that are allowed, or some more. */
  private int most() {
    String limit = Blocks.text(message, "LIMIT").strip();
    if (!LIMIT.matcher(limit).matches()) {
      return script.size();
    }
    int allowed = Integer.parseInt(limit);
    if (!happens("exceeds", EXCEEDS)) {
      return allowed;
    }
    while (script.size() <= allowed) {
      script.add(Chance.pick(Advice.USELESS, "excess " + script.size(), message, variation));
    }
    return script.size();
  }

  /** Advice that the prompt does not follow yet. */
  private List<String> wanted() {
    Set<Weakness> cured =
        lines.stream().flatMap(line -> cure(line).stream()).collect(Collectors.toSet());
    Set<String> subjects = new HashSet<>();
    return Stream.of(gradient(), earlier(), features())
        .flatMap(advices -> advices)
        .filter(advice -> subjects.add(subject(advice)))
        .filter(advice -> lines.stream().noneMatch(line -> line.text().equals(advice)))
        .filter(advice -> Guidance.curedBy(advice).map(w -> !cured.contains(w)).orElse(true))
        .limit(ADVICES)
        .toList();
  }

  private static String subject(String advice) {
    return Guidance.curedBy(advice).map(Enum::name).orElse(advice);
  }

  private Stream<String> gradient() {
    return items(Blocks.text(message, "GRADIENT"));
  }

  /** An earlier gradient is heeded as often as its weight says. */
  private Stream<String> earlier() {
    return EARLIER
        .matcher(message)
        .results()
        .filter(match -> happens("heeds earlier", Double.parseDouble(match.group(1))))
        .flatMap(match -> items(match.group(2)));
  }

  private Stream<String> features() {
    return items(Blocks.text(message, "POSITIVE_FEATURE"))
        .filter(advice -> happens("heeds " + advice, HEEDS_FEATURES));
  }

  private static Stream<String> items(String text) {
    return ADVICE.matcher(text).results().map(match -> match.group(1));
  }

  private Stream<Line> free() {
    return lines.stream().filter(line -> line.mayChange() && !script.touches(line));
  }

  private boolean happens(String what, double share) {
    return Chance.of("editor " + what, message, variation) < share;
  }

  private static Optional<Weakness> cure(Line line) {
    return Guidance.curedBy(line.text());
  }
}
