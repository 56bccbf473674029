package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Weakness;
import io.dlpo.simulator.student.family.Families;
import io.dlpo.simulator.student.family.Question;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Critiques one wrong answer. Occasionally wrong itself. */
final class Critic {

  /** Precedes the recommendation. */
  static final String MARK = "The prompt should say: ";

  private static final double ERRS = 0.15;
  private static final double VAGUE = 0.5;
  private static final Pattern ANSWER = Pattern.compile("(?m)^Answer: *(.*)$");

  private Critic() {}

  static String critique(String message, String variation) {
    String question = Blocks.text(message, "QUESTION");
    String answer = Blocks.text(message, "ANSWER");
    if (Chance.of("critic errs", message, variation) < ERRS) {
      return mistaken(message, variation);
    }
    return diagnosis(question, answer)
        .map(
            weakness ->
                "The answer "
                    + described(weakness)
                    + ". The prompt does not prevent that."
                    + " "
                    + MARK
                    + Advice.cureFor(weakness, message, variation))
        .orElse(
            "The answer is wrong, although it is hard to say why."
                + " "
                + MARK
                + "Think step by step and work carefully.");
  }

  /** A vague critique, or one about a weakness that does not affect the question. */
  private static String mistaken(String message, String variation) {
    if (Chance.of("critic is vague", message, variation) < VAGUE) {
      return "The reasoning seems incomplete. "
          + MARK
          + Chance.pick(Advice.USELESS, "critic", message, variation);
    }
    Set<Weakness> prone =
        Families.read(Blocks.text(message, "QUESTION"))
            .map(question -> question.prone().keySet())
            .orElse(Set.of());
    List<Weakness> others =
        Stream.of(Weakness.values()).filter(weakness -> !prone.contains(weakness)).toList();
    Weakness wrong = Chance.pick(others, "wrong diagnosis", message, variation);
    return "The answer " + described(wrong) + ". " + MARK + Advice.cureFor(wrong, message);
  }

  /** The weakness that explains the answer: tries the answers that each one leads to. */
  static Optional<Weakness> diagnosis(String text, String reply) {
    Matcher line = ANSWER.matcher(reply);
    if (!line.find()) {
      return Optional.of(Weakness.PROSE);
    }
    String given = line.group(1).strip();
    if (given.startsWith("I would say ")) {
      return Optional.of(Weakness.PROSE);
    }
    Optional<Question> question = Families.read(text);
    if (question.isEmpty()) {
      return Optional.empty();
    }
    for (Weakness weakness : new TreeSet<>(question.get().prone().keySet())) {
      if (question.get().answer(Set.of(weakness)).equals(given)
          && !question.get().answer(Set.of()).equals(given)) {
        return Optional.of(weakness);
      }
    }
    Set<Weakness> all = EnumSet.copyOf(question.get().prone().keySet());
    return question.get().answer(all).equals(given) ? all.stream().findFirst() : Optional.empty();
  }

  private static String described(Weakness weakness) {
    return switch (weakness) {
      case KINDS -> "counts kinds of things instead of the things";
      case CATEGORY -> "counts things that were not asked for";
      case PRECEDENCE -> "works from left to right";
      case SIGN -> "loses a minus sign";
      case NEGATION -> "passes over a negation";
      case FIRST_LETTER -> "looks at first letters only";
      case TURN -> "loses its way";
      case PROSE -> "is buried in prose";
    };
  }
}
