package io.dlpo.core.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds input and reference among the columns of a row. */
final class PlainRow {

  static final List<String> INPUTS = List.of("input", "question");
  static final List<String> REFERENCES = List.of("reference", "target", "answer");

  private PlainRow() {}

  /**
   * The row.
   *
   * @throws BrokenRowException if there is no column, or the input is blank
   */
  static Row read(int number, Map<String, String> columns) throws BrokenRowException {
    if (columns.isEmpty()) {
      throw new BrokenRowException("it has no values");
    }
    return new Row(number, input(columns), first(columns, REFERENCES), columns);
  }

  /** The model's input; must not be blank. Null if no column has a usual name. */
  static @Nullable String input(Map<String, String> columns) throws BrokenRowException {
    String input = first(columns, INPUTS);
    if (input != null && input.isBlank()) {
      throw new BrokenRowException("its input is blank");
    }
    return input;
  }

  private static @Nullable String first(Map<String, String> columns, List<String> names) {
    return names.stream().filter(columns::containsKey).findFirst().map(columns::get).orElse(null);
  }
}
