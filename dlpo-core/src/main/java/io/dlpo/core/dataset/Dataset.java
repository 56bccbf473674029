package io.dlpo.core.dataset;

import io.dlpo.contracts.evaluation.Example;
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

  /** The characters of all texts, to bound what holds datasets in memory. */
  public long characters() {
    return rows.stream()
        .mapToLong(
            row ->
                row.input().length()
                    + row.reference().length()
                    + row.columns().values().stream().mapToLong(String::length).sum())
        .sum();
  }

  /**
   * All rows as examples, in the order of the file.
   *
   * @param template builds the input; null to use the input in the file
   */
  public List<Example> examples(@Nullable InputTemplate template) {
    return rows.stream()
        .map(row -> template == null ? row : template.applyTo(row))
        .map(Row::example)
        .toList();
  }
}
