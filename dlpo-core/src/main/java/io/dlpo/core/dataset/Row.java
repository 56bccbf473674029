package io.dlpo.core.dataset;

import io.dlpo.contracts.evaluation.Example;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One row of a dataset file.
 *
 * @param number position in the file, from 1
 * @param input the model's input
 * @param reference the correct answer
 * @param columns all values of the row as strings, by column name, in the order of the file
 */
public record Row(int number, String input, String reference, Map<String, String> columns) {

  public Row {
    if (number < 1) {
      throw new IllegalArgumentException("Row.number is " + number + "; must be 1 or more");
    }
    Objects.requireNonNull(input, "Row.input is missing");
    Objects.requireNonNull(reference, "Row.reference is missing");
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The row as an example for the engines. */
  Example example() {
    return new Example("row-" + number, input, reference);
  }

  Row withInput(String other) {
    return new Row(number, other, reference, columns);
  }
}
