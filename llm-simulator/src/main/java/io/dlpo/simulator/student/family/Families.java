package io.dlpo.simulator.student.family;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All kinds of questions. */
public final class Families {

  private static final List<Function<String, Optional<? extends Question>>> READERS =
      List.of(
          ObjectCounting::read,
          Arithmetic::read,
          BooleanExpression::read,
          WordSorting::read,
          Navigation::read,
          WordProblem::read);

  private Families() {}

  /** The question in a text, if it is of a kind that the student knows. */
  public static Optional<Question> read(String text) {
    for (Function<String, Optional<? extends Question>> reader : READERS) {
      Optional<? extends Question> question = reader.apply(text);
      if (question.isPresent()) {
        return Optional.of(question.get());
      }
    }
    return Optional.empty();
  }
}
