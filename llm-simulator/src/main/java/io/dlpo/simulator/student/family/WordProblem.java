package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Any other question with a number: the student guesses that number.
 *
 * @param number the last number in the question
 */
record WordProblem(String number) implements Question {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  static Optional<Question> read(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .reduce((one, next) -> next)
        .map(last -> new WordProblem(last.group()));
  }

  @Override
  public Map<Weakness, Double> prone() {
    return Map.of(Weakness.PROSE, 0.3);
  }

  @Override
  public String answer(Set<Weakness> weaknesses) {
    return number;
  }

  @Override
  public String working(Set<Weakness> weaknesses) {
    return "The question mentions " + number + ".";
  }

  @Override
  public String slip() {
    return number + "0";
  }
}
