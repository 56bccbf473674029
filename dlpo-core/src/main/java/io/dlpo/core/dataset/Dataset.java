package io.dlpo.core.dataset;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded dataset. Immutable: a dataset with different content has a different id.
 *
 * @param id derived from content and format
 * @param name display name
 * @param rows one or more
 */
public record Dataset(String id, String name, List<Row> rows) {

  public Dataset {
    rows = List.copyOf(rows);
  }

  /** The characters of all values, to bound what holds datasets in memory. */
  public long characters() {
    // Input and reference are among the columns.
    return rows.stream()
        .flatMap(row -> row.columns().values().stream())
        .mapToLong(value -> 2L * value.length())
        .sum();
  }

  /**
   * All rows as examples, in the order of the file.
   *
   * @param names the columns that hold input and reference
   * @param template builds the input; null to use the input in the file
   * @throws RefusedException if a row has no input or no reference
   */
  public List<Example> examples(ColumnNames names, @Nullable InputTemplate template) {
    return examples(names, template, PromptColumns.NONE);
  }

  /**
   * All rows as examples of a prompt that may have variables.
   *
   * @param prompt the columns that the prompt's variables name
   * @throws RefusedException if a row has no input, no reference or no value of a variable, or if a
   *     variable is no column or holds the reference
   */
  public List<Example> examples(
      ColumnNames names, @Nullable InputTemplate template, PromptColumns prompt) {
    prompt.check(rows, names);
    boolean takesInput = prompt.takesInput(rows, names, template);
    List<Example> examples = new ArrayList<>();
    BrokenRows broken = new BrokenRows("row");
    for (Row row : rows) {
      try {
        Example example = names.example(row, template, takesInput);
        examples.add(
            new Example(example.id(), example.input(), example.reference(), prompt.fields(row)));
      } catch (BrokenRowException e) {
        broken.add(row.number(), row.columns().toString(), "cannot be used, " + e.getMessage());
      }
    }
    broken.refuse();
    return examples;
  }
}
