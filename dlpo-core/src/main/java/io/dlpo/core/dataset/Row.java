package io.dlpo.core.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dataset file.
 *
 * @param number position in the file, from 1
 * @param input the value of the column with a usual name for the model's input; null if there is
 *     none
 * @param reference the same for the correct answer
 * @param columns all values of the row as strings, by column name, in the order of the file
 */
public record Row(
    int number, @Nullable String input, @Nullable String reference, Map<String, String> columns) {

  public Row {
    if (number < 1) {
      throw new IllegalArgumentException("Row.number is " + number + "; must be 1 or more");
    }
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The column with a usual name for the input; empty if there is none. */
  String inputColumn() {
    return PlainRow.INPUTS.stream().filter(columns::containsKey).findFirst().orElse("");
  }

  /**
   * The value of a column, or of a part of a column that holds JSON.
   *
   * @param path the name of the column, or names and indexes separated by dots, such as {@code
   *     inputs.question} or {@code messages.0.content}
   */
  Optional<String> value(String path) {
    String whole = columns.get(path);
    return whole == null ? JsonPaths.value(columns, path) : Optional.of(whole);
  }
}
