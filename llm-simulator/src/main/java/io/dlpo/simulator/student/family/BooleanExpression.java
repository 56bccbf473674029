package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * "not ( True ) and ( True ) is"
 *
 * @param words the constants, operators and parentheses
 */
record BooleanExpression(List<String> words) implements Question {

  private static final Pattern TEXT =
      Pattern.compile("(?:\\s*(?:True|False|and|or|not|\\(|\\)))+\\s+is\\s*");
  private static final Pattern WORD = Pattern.compile("True|False|and|or|not|[()]");

  static Optional<BooleanExpression> read(String text) {
    if (text.length() > ExpressionTokens.LONGEST || !TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    BooleanExpression question =
        new BooleanExpression(WORD.matcher(text).results().map(MatchResult::group).toList());
    try {
      question.answer(Set.of());
      return Optional.of(question);
    } catch (NoSuchElementException e) {
      return Optional.empty();
    }
  }

  @Override
  public Map<Weakness, Double> prone() {
    return Map.of(Weakness.NEGATION, 0.9, Weakness.PRECEDENCE, 0.8, Weakness.PROSE, 0.5);
  }

  @Override
  public String answer(Set<Weakness> weaknesses) {
    // Working from left to right ignores parentheses too.
    boolean leftToRight = weaknesses.contains(Weakness.PRECEDENCE);
    ExpressionTokens tokens =
        new ExpressionTokens(
            leftToRight ? words.stream().filter(word -> !word.matches("[()]")).toList() : words);
    boolean value = new Evaluator(tokens, weaknesses).any();
    if (!tokens.atEnd()) {
      throw new NoSuchElementException("there is more behind the expression");
    }
    return value ? "True" : "False";
  }

  @Override
  public String working(Set<Weakness> weaknesses) {
    return "Putting the parts of the expression together, it is " + answer(weaknesses) + ".";
  }

  @Override
  public String slip() {
    return "True".equals(answer(Set.of())) ? "False" : "True";
  }

  private record Evaluator(ExpressionTokens tokens, Set<Weakness> weaknesses) {

    boolean any() {
      boolean value = all();
      while (tokens.peek().equals("or") || tokens.peek().equals("and")) {
        // An "and" is evaluated here only when working from left to right.
        boolean or = tokens.take().equals("or");
        boolean right = all();
        value = or ? value || right : value && right;
      }
      return value;
    }

    private boolean all() {
      boolean value = not();
      while (!weaknesses.contains(Weakness.PRECEDENCE) && tokens.takeIf("and")) {
        value &= not();
      }
      return value;
    }

    private boolean not() {
      if (tokens.takeIf("not")) {
        boolean value = not();
        return weaknesses.contains(Weakness.NEGATION) ? value : !value;
      }
      if (tokens.takeIf("(")) {
        boolean value = any();
        if (!tokens.takeIf(")")) {
          throw new NoSuchElementException("a bracket is not closed");
        }
        return value;
      }
      return tokens.take().equals("True");
    }
  }
}
