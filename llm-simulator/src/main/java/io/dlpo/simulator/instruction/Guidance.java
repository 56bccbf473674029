package io.dlpo.simulator.instruction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The effect of a prompt on the student. Pure. */
public final class Guidance {

  /** The answer format of a metric, at the end of every system message. */
  private static final Pattern FORMAT =
      Pattern.compile("\\s*End your reply with a line of its own: \"Answer: \" followed by .*\\z");

  private static final int MANY_SENTENCES = 8;
  private static final int LONG = 1_200;
  private static final double STEPS_CURE = 0.3;
  private static final double FORMAT_CURE = 0.5;
  private static final double FORBIDDEN = 0.5;

  private static final int USELESS_FREE = 1;
  private static final double USELESS_COST = 0.012;
  private static final double SENTENCE_COST = 0.03;
  private static final double COMPLEX_COST = 0.02;
  private static final double CHARACTER_COST = 0.0001;
  private static final double HASTE_COST = 0.15;
  private static final double MOST = 0.6;

  private final List<Sentence> sentences;
  private final int length;
  private final boolean asksForFormat;

  private Guidance(String system) {
    String prompt = FORMAT.matcher(system).replaceFirst("");
    this.sentences = Sentence.of(prompt);
    this.length = prompt.length();
    this.asksForFormat = prompt.length() < system.length();
  }

  /**
   * Reads a prompt.
   *
   * @param system the prompt, with or without an answer format at its end
   */
  public static Guidance of(String system) {
    return new Guidance(system);
  }

  /** How far the prompt cures a weakness, 0 to 1; below 0 if it makes it worse. */
  public double cureOf(Weakness weakness) {
    return switch (Concepts.CURES.get(weakness).stanceOf(sentences)) {
      case ASKS -> 1;
      case FORBIDS -> partialCureOf(weakness) - FORBIDDEN;
      case SILENT -> partialCureOf(weakness);
    };
  }

  private double partialCureOf(Weakness weakness) {
    if (weakness == Weakness.PROSE) {
      return asksForFormat ? FORMAT_CURE : 0;
    }
    return Concepts.STEPS.stanceOf(sentences) == Stance.ASKS ? STEPS_CURE : 0;
  }

  /**
   * The cost of useless, repeated, complex, hasty and overlong text, as a share of all questions.
   */
  public double cost() {
    double cost = USELESS_COST * Math.max(0, useless() - USELESS_FREE);
    cost += COMPLEX_COST * sentences.stream().filter(Sentence::isComplex).count();
    cost += SENTENCE_COST * Math.max(0, sentences.size() - MANY_SENTENCES);
    cost += CHARACTER_COST * Math.max(0, length - LONG);
    if (isHasty()) {
      cost += HASTE_COST;
    }
    return Math.min(cost, MOST);
  }

  /** The number of sentences without effect or without a new effect. */
  private long useless() {
    long telling = sentences.stream().filter(Concepts::says).distinct().count();
    return sentences.size() - telling;
  }

  /** Whether a sentence asks for haste; no other sentence compensates for it. */
  boolean isHasty() {
    return sentences.stream()
        .anyMatch(sentence -> Concepts.HASTE.stanceOf(sentence) == Stance.ASKS);
  }

  /** Whether the prompt makes something worse. */
  public boolean isHarmful() {
    return isHasty() || Stream.of(Weakness.values()).anyMatch(weakness -> cureOf(weakness) < 0);
  }

  /** Whether no sentence has an effect. */
  public boolean isUseless() {
    return sentences.stream().noneMatch(Concepts::says);
  }

  /** Whether another text gives the same instructions, in whatever words. */
  public boolean asksTheSameAs(Guidance other) {
    return isHasty() == other.isHasty()
        && Stream.of(Weakness.values())
            .allMatch(weakness -> cureOf(weakness) == other.cureOf(weakness));
  }

  /** The sentences of a prompt, verbatim. */
  public static List<String> sentencesOf(String prompt) {
    return Sentence.texts(prompt).toList();
  }

  /** The weakness that a text cures, if any. */
  public static Optional<Weakness> curedBy(String text) {
    Guidance guidance = of(text);
    for (Weakness weakness : Weakness.values()) {
      if (guidance.cureOf(weakness) >= 1) {
        return Optional.of(weakness);
      }
    }
    return Optional.empty();
  }
}
