package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * "((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) ="
 *
 * @param words the numbers, operators and parentheses
 */
record Arithmetic(List<String> words) implements Question {

  private static final Pattern TEXT = Pattern.compile("[-+*()\\d\\s]*\\d[-+*()\\d\\s]*=?\\s*");
  private static final Pattern WORD = Pattern.compile("(?<![\\d)]\\s?)-\\d+|\\d+|[-+*()]");

  static Optional<Arithmetic> read(String text) {
    if (text.length() > ExpressionTokens.LONGEST || !TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    Arithmetic question =
        new Arithmetic(WORD.matcher(text).results().map(MatchResult::group).toList());
    try {
      question.answer(Set.of());
      return Optional.of(question);
    } catch (NoSuchElementException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public Map<Weakness, Double> prone() {
    return Map.of(Weakness.PRECEDENCE, 0.4, Weakness.SIGN, 0.35, Weakness.PROSE, 0.3);
  }

  @Override
  public String answer(Set<Weakness> weaknesses) {
    ExpressionTokens tokens = new ExpressionTokens(words);
    BigInteger value = new Evaluator(tokens, weaknesses).sum();
    if (!tokens.atEnd()) {
      throw new NoSuchElementException("there is more behind the expression");
    }
    return value.toString();
  }

  @Override
  public String working(Set<Weakness> weaknesses) {
    return weaknesses.contains(Weakness.PRECEDENCE)
        ? "Going through the expression from left to right gives " + answer(weaknesses) + "."
        : "Resolving the parentheses and then the rest gives " + answer(weaknesses) + ".";
  }

  @Override
  public String slip() {
    return new BigInteger(answer(Set.of())).add(BigInteger.TEN).toString();
  }

  private record Evaluator(ExpressionTokens tokens, Set<Weakness> weaknesses) {

    BigInteger sum() {
      BigInteger value = product();
      while (tokens.peek().matches("[-+*]")) {
        String operator = tokens.take();
        // A product is evaluated here only when working from left to right.
        BigInteger right = product();
        value =
            switch (operator) {
              case "+" -> value.add(right);
              case "-" -> value.subtract(right);
              default -> value.multiply(right);
            };
      }
      return value;
    }

    private BigInteger product() {
      BigInteger value = factor();
      while (!weaknesses.contains(Weakness.PRECEDENCE) && tokens.takeIf("*")) {
        value = value.multiply(factor());
      }
      return value;
    }

    private BigInteger factor() {
      if (tokens.takeIf("(")) {
        BigInteger value = sum();
        if (!tokens.takeIf(")")) {
          throw new NoSuchElementException("a bracket is not closed");
        }
        return value;
      }
      BigInteger value = new BigInteger(tokens.take());
      return weaknesses.contains(Weakness.SIGN) ? value.abs() : value;
    }
  }
}
