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

  private static final String INPUT = "input";

  /**
   * A row as an example. A row that has neither of two named columns may have those with the usual
   * names.
   *
   * @param template builds the input, instead of a column; may be null
   * @param takesInput false to leave the input empty
   * @throws BrokenRowException if the row has no input or no reference
   */
  Example example(Row row, @Nullable InputTemplate template, boolean takesInput)
      throws BrokenRowException {
    if (input != null
        && reference != null
        && isWithout(row, input)
        && isWithout(row, reference)
        && row.input() != null
        && row.reference() != null) {
      return USUAL.example(row, template, takesInput);
    }
    return new Example(
        "row-" + row.number(),
        takesInput ? input(row, template) : "",
        column(row, "reference", reference, row.reference(), PlainRow.REFERENCES));
  }

  /**
   * The columns of a row from which its reference was read, as a name or a path. Without a named
   * column, these are the usual ones that contain the reference.
   */
  private List<String> referenceColumns(Row row) {
    String text = row.reference();
    if (reference != null || text == null) {
      return reference == null ? List.of() : List.of(reference);
    }
    // The reference can be a part of its column, such as the number in an answer of GSM8K.
    return PlainRow.REFERENCES.stream()
        .filter(name -> row.columns().getOrDefault(name, "").contains(text))
        .toList();
  }

  /** Whether a path leads to the reference of a row, to a part of it, or to what contains it. */
  boolean showsReference(Row row, String path) {
    return referenceColumns(row).stream()
        .anyMatch(
            column ->
                column.equals(path) || isPartOf(row, column, path) || isPartOf(row, path, column));
  }

  private static boolean isPartOf(Row row, String part, String whole) {
    return part.startsWith(whole + ".") && !row.columns().containsKey(part);
  }

  private static boolean isWithout(Row row, String path) {
    return row.value(path).isEmpty();
  }

  private String input(Row row, @Nullable InputTemplate template) throws BrokenRowException {
    if (template != null) {
      return template.fill(row);
    }
    String text = column(row, INPUT, input, row.input(), PlainRow.INPUTS);
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
                  .formatted(String.join(", ", names), row.columns().keySet(), part, part)
              + (part.equals(INPUT) ? ", or use columns as {{variables}} of the prompt" : ""));
    }
    return usual;
  }
}
