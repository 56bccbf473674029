package io.dlpo.simulator.instruction;

import io.dlpo.simulator.instruction.Concept.Stance;
import java.util.List;
import java.util.Optional;

/** What a prompt does for the student. Pure. */
public final class Guidance {

  private static final int MANY_SENTENCES = 10;

  /** The metric adds an instruction of its own to every prompt, and it costs nothing. */
  private static final int USELESS_FREE = 4;

  private static final int LONG = 1_200;
  private static final double STEPS_CURE = 0.3;

  private final List<Sentence> sentences;
  private final int length;

  private Guidance(String prompt) {
    this.sentences = Sentence.of(prompt);
    this.length = prompt.length();
  }

  public static Guidance of(String prompt) {
    return new Guidance(prompt);
  }

  /** How much of a weakness is cured, 0 to 1; below 0 if the prompt makes it worse. */
  public double cureOf(Weakness weakness) {
    double partial =
        weakness != Weakness.PROSE && Concepts.STEPS.stanceOf(sentences) == Stance.ASKS
            ? STEPS_CURE
            : 0;
    return switch (Concepts.CURES.get(weakness).stanceOf(sentences)) {
      case ASKS -> 1;
      case FORBIDS -> partial - 0.5;
      case SILENT -> partial;
    };
  }

  /** What useless, contradictory, hasty and overlong prompts cost, as a share of all questions. */
  public double cost() {
    long useless = sentences.stream().filter(sentence -> !Concepts.says(sentence)).count();
    double cost = 0.015 * Math.max(0, useless - USELESS_FREE);
    cost += 0.03 * Math.max(0, sentences.size() - MANY_SENTENCES);
    cost += 0.0001 * Math.max(0, length - LONG);
    if (Concepts.HASTE.stanceOf(sentences) == Stance.ASKS) {
      cost += 0.15;
    }
    if (Concepts.STEPS.stanceOf(sentences) == Stance.FORBIDS) {
      cost += 0.1;
    }
    return Math.min(cost, 0.6);
  }

  /** The weakness that a text is about, if it would cure one. */
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
