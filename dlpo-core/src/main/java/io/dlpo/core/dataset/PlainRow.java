package io.dlpo.core.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds input and reference among the columns of a row. */
final class PlainRow {

  static final List<String> INPUTS = List.of("input", "question");
  static final List<String> REFERENCES = List.of("reference", "target", "answer");

  private PlainRow() {}

  /**
   * The row.
   *
   * @throws BrokenRowException if a column is missing or the input is blank
   */
  static Row read(int number, Map<String, String> columns) throws BrokenRowException {
    return new Row(number, input(columns), required(columns, REFERENCES), columns);
  }

  /** The model's input; must not be blank. */
  static String input(Map<String, String> columns) throws BrokenRowException {
    String input = required(columns, INPUTS);
    if (input.isBlank()) {
      throw new BrokenRowException("its input is blank");
    }
    return input;
  }

  private static String required(Map<String, String> columns, List<String> names)
      throws BrokenRowException {
    Optional<String> found = names.stream().filter(columns::containsKey).findFirst();
    if (found.isEmpty()) {
      throw new BrokenRowException(
          "it has none of " + String.join(", ", names) + ", but " + columns.keySet());
    }
    return columns.get(found.get());
  }
}
