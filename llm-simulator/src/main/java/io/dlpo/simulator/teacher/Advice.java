package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Map;

/** The teacher's advice, each in several wordings. */
final class Advice {

  static final List<String> USELESS =
      List.of(
          "Be polite and friendly.",
          "Remember that you are a helpful assistant.",
          "Consider the wider context of the question.",
          "Write in clear English.");

  static final List<String> HARMFUL =
      List.of(
          "Answer quickly and trust your first impression.",
          "Guess if you are in doubt.",
          "Do not show your work.");

  private static final Map<Weakness, List<String>> CURES =
      Map.of(
          Weakness.KINDS,
          List.of(
              "Add up the quantity of every item instead of counting sorts of items.",
              "Count each individual thing, using the number that is given with it.",
              "Sum the numbers of all items instead of counting how many sorts there are."),
          Weakness.CATEGORY,
          List.of(
              "Include only things that belong to the category that is asked for.",
              "Leave out whatever does not belong to the category in the question.",
              "Check for each thing whether it fits the type that is asked about."),
          Weakness.PRECEDENCE,
          List.of(
              "Work out parentheses first and multiplication before addition.",
              "Follow the order of operations strictly, the innermost brackets first.",
              "Respect the precedence of operators before combining terms."),
          Weakness.SIGN,
          List.of(
              "Keep track of negative signs in every step.",
              "Watch the sign of each number carefully.",
              "Handle negative numbers carefully."),
          Weakness.NEGATION,
          List.of(
              "Apply every negation before anything else.",
              "Evaluate negations first.",
              "Take care to apply each single negation."),
          Weakness.FIRST_LETTER,
          List.of(
              "Compare the second and all following letters when the first ones are equal.",
              "Compare words letter by letter over their whole length, every letter counts.",
              "Break ties by looking at the next letters."),
          Weakness.TURN,
          List.of(
              "Keep track of your position and direction after each instruction.",
              "Update your coordinates and heading after every move.",
              "Note the position and the direction you face after each step."),
          Weakness.PROSE,
          List.of(
              "End with the final answer on a line of its own.",
              "Finish with exactly one last line that holds only the answer.",
              "Put the result alone on the last line."));

  private Advice() {}

  /** The same advice in more words, with no additional meaning. */
  static String verbose(String advice) {
    String plain = advice.replaceFirst("[.]$", "");
    return "In the interest of a sound, dependable and professional reply, as would be expected of"
        + " any seasoned and trusted expert in this field, "
        + Character.toLowerCase(plain.charAt(0))
        + plain.substring(1)
        + ", since anything else might well lead to a disappointing outcome for everybody who"
        + " relies on you.";
  }

  static String cureFor(Weakness weakness, String... request) {
    return Chance.pick(CURES.get(weakness), request);
  }
}
