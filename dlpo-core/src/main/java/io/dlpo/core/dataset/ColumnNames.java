package io.dlpo.core.dataset;

import io.dlpo.contracts.evaluation.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that hold input and reference. Each is the name of a column, or a path into a column
 * that holds JSON, such as {@code inputs.question}.
 *
 * @param input null for a column with a usual name, such as input or question
 * @param reference null for a column with a usual name, such as reference, target or answer
 */
public record ColumnNames(@Nullable String input, @Nullable String reference) {

  /** The columns with the usual names. */
  public static final ColumnNames USUAL = new ColumnNames(null, null);

  /**
   * A row as an example. A row that has neither of two named columns may have those with the usual
   * names.
   *
   * @param template builds the input, instead of a column; may be null
   * @throws BrokenRowException if the row has no input or no reference
   */
  Example example(Row row, @Nullable InputTemplate template) throws BrokenRowException {
    if (input != null
        && reference != null
        && isWithout(row, input)
        && isWithout(row, reference)
        && row.input() != null
        && row.reference() != null) {
      return USUAL.example(row, template);
    }
    return new Example(
        "row-" + row.number(),
        template == null ? input(row) : template.fill(row),
        column(row, "reference", reference, row.reference(), PlainRow.REFERENCES));
  }

  private static boolean isWithout(Row row, String path) {
    return row.value(path).isEmpty();
  }

  private String input(Row row) throws BrokenRowException {
    String text = column(row, "input", input, row.input(), PlainRow.INPUTS);
    if (text.isBlank()) {
      throw new BrokenRowException("its input is blank");
    }
    return text;
  }

  private static String column(
      Row row, String part, @Nullable String path, @Nullable String usual, List<String> names)
      throws BrokenRowException {
    if (path != null) {
      return row.value(path)
          .orElseThrow(
              () ->
                  new BrokenRowException(
                      "it has no '%s', which dataset.columns.%s names, but %s"
                          .formatted(path, part, row.columns().keySet())));
    }
    if (usual == null) {
      throw new BrokenRowException(
          "it has none of %s, but %s; name the column with the %s in dataset.columns.%s"
              .formatted(String.join(", ", names), row.columns().keySet(), part, part));
    }
    return usual;
  }
}
