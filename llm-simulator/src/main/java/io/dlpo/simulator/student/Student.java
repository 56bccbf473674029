package io.dlpo.simulator.student;

import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import io.dlpo.simulator.student.family.Families;
import io.dlpo.simulator.student.family.Question;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers questions, with mistakes from weaknesses that the prompt does not cure. The question
 * alone decides which weaknesses it triggers, so a better prompt improves the answers to the same
 * questions. Pure.
 */
public final class Student {

  /** Share of questions that no prompt helps with. */
  private static final double INCURABLE = 0.02;

  /** Remaining rate of a cured weakness. */
  private static final double RESIDUE = 0.005;

  /** Share of buried answers that are on the answer line. */
  private static final double WORDY = 0.4;

  private Student() {}

  /**
   * The reply.
   *
   * @param prompt the system message
   * @param text the question
   * @param variation distinguishes samples of the same request; empty at temperature 0
   */
  public static String reply(String prompt, String text, String variation) {
    Optional<Question> question = Families.read(text);
    if (question.isEmpty()) {
      return "I am not sure what is asked here.";
    }
    Guidance guidance = Guidance.of(prompt);
    Set<Weakness> weaknesses = weaknesses(question.get(), guidance, text, variation);
    boolean slips = Chance.of("slip", text, variation) < INCURABLE + guidance.cost();
    String answer = slips ? question.get().slip() : question.get().answer(weaknesses);
    String working = question.get().working(weaknesses);
    if (!weaknesses.contains(Weakness.PROSE)) {
      return working + "\nAnswer: " + answer;
    }
    String other = question.get().slip().equals(answer) ? working : question.get().slip();
    return Chance.of("wordy", text) < WORDY
        ? wordy(working, answer, other)
        : buried(working, answer);
  }

  private static Set<Weakness> weaknesses(
      Question question, Guidance guidance, String text, String variation) {
    Set<Weakness> weaknesses = EnumSet.noneOf(Weakness.class);
    for (Map.Entry<Weakness, Double> prone : question.prone().entrySet()) {
      double share = prone.getValue() * (1 - guidance.cureOf(prone.getKey())) + RESIDUE;
      if (Chance.of(prone.getKey().name(), text, variation) < share) {
        weaknesses.add(prone.getKey());
      }
    }
    return weaknesses;
  }

  /** No separate line, so no metric that requires one finds the answer. */
  private static String buried(String working, String answer) {
    return working
        + " Looking at all of it together, one arrives at "
        + answer
        + ", which is what I would say, although there is more to consider.";
  }

  /** An answer line with additional text, so that no metric can read it. */
  private static String wordy(String working, String answer, String other) {
    return working + "\nAnswer: I would say " + answer + ", or " + other + " at the most";
  }
}
