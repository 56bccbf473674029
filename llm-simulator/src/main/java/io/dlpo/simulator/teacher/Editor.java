package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns gradient and features into sentence edits. Occasionally adds harmful, wordy or useless
 * text, deletes too much, or exceeds the limit. One instance per edit script.
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
  private final SeededDraws draws;
  private final List<NumberedSentence> lines;
  private final EditScriptBuilder script;

  private Editor(String message, SeededDraws draws) {
    this.message = message;
    this.draws = draws;
    this.lines = NumberedSentence.read(Blocks.text(message, "SENTENCES"));
    this.script = new EditScriptBuilder(end());
  }

  /** Where text is added: at the end, or in the last message that is open to edits. */
  private int end() {
    boolean isMessage = !lines.isEmpty() && lines.getLast().text().equals("</message>");
    return lines.stream()
        .filter(line -> isMessage && !line.frozen())
        .mapToInt(NumberedSentence::number)
        .max()
        .orElse(lines.size());
  }

  static ObjectNode edit(String message, AdviceSelection selection, SeededDraws draws) {
    return new Editor(message, draws).edits(selection);
  }

  private ObjectNode edits(AdviceSelection selection) {
    follow(selection.of(lines.stream().map(NumberedSentence::text).toList()));
    avoid(AdvicePoints.of(Blocks.text(message, "NEGATIVE_FEATURE")));
    cleanUp();
    stray();
    return script.json(most());
  }

  /** Advice replaces a poor sentence or is added. */
  private void follow(List<String> advices) {
    for (String advice : advices) {
      Optional<NumberedSentence> poor = free().filter(NumberedSentence::isPoor).findFirst();
      String text = draws.happens("wordy " + advice, WORDY) ? Advice.verbose(advice) : advice;
      if (poor.isPresent() && draws.happens("replaces " + advice, REPLACES)) {
        script.modify(poor.get(), text);
      } else {
        script.add(text);
      }
    }
    if (advices.isEmpty() && draws.happens("rewords", REWORDS)) {
      free().filter(line -> cure(line).isPresent()).findFirst().ifPresent(this::reword);
    }
  }

  private void reword(NumberedSentence line) {
    script.modify(line, Advice.cureFor(cure(line).orElseThrow(), "reword", message));
  }

  /** Removes what worse prompts had, whether it was good or bad. */
  private void avoid(List<String> features) {
    List<String> subjects = features.stream().map(AdvicePoints::subject).toList();
    free()
        .filter(line -> subjects.contains(AdvicePoints.subject(line.text())))
        .filter(line -> draws.happens("avoids " + line.number(), AVOIDS))
        .toList()
        .forEach(script::delete);
  }

  private void cleanUp() {
    free()
        .filter(line -> Guidance.of(line.text()).isHarmful())
        .filter(line -> draws.happens("cleans up " + line.number(), CLEANS_UP))
        .toList()
        .forEach(script::delete);
  }

  /** Edits that nobody requested. */
  private void stray() {
    if (draws.happens("harms", HARMS)) {
      script.add(draws.pick("harm", Advice.HARMFUL));
    }
    if (draws.happens("babbles", BABBLES)) {
      script.add(draws.pick("babble", Advice.USELESS));
    }
    if (draws.happens("overdoes", OVERDOES)) {
      List<NumberedSentence> victims =
          free().filter(line -> draws.happens("victim " + line.number(), REPLACES)).toList();
      victims.stream().limit(TOO_MANY).forEach(this::spoil);
    }
  }

  private void spoil(NumberedSentence line) {
    if (draws.happens("deletes " + line.number(), REPLACES)) {
      script.delete(line);
    } else {
      script.modify(line, draws.pick("spoil " + line.number(), Advice.USELESS));
    }
  }

  /** The number of edits in the reply: up to the limit, or occasionally more. */
  private int most() {
    String limit = Blocks.text(message, "LIMIT").strip();
    if (!LIMIT.matcher(limit).matches()) {
      return script.size();
    }
    int allowed = Integer.parseInt(limit);
    if (!draws.happens("exceeds", EXCEEDS)) {
      return allowed;
    }
    while (script.size() <= allowed) {
      script.add(draws.pick("excess " + script.size(), Advice.USELESS));
    }
    return script.size();
  }

  private Stream<NumberedSentence> free() {
    return lines.stream().filter(line -> line.mayChange() && !script.touches(line));
  }

  private static Optional<Weakness> cure(NumberedSentence line) {
    return Guidance.curedBy(line.text());
  }
}
