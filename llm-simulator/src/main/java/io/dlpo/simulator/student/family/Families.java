package io.dlpo.simulator.student.family;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All question families. */
public final class Families {

  private static final List<Function<String, Optional<? extends Question>>> READERS =
      List.of(
          ObjectCounting::read,
          Arithmetic::read,
          BooleanExpression::read,
          WordSorting::read,
          Navigation::read);

  private Families() {}

  /** Finds a question of a known family in a text or in one of its lines. */
  public static Optional<Question> read(String text) {
    return Stream.concat(Stream.of(text), text.lines())
        .flatMap(Families::known)
        .findFirst()
        .or(() -> WordProblem.read(text));
  }

  private static Stream<Question> known(String text) {
    return READERS.stream().flatMap(reader -> reader.apply(text).stream());
  }
}
