package io.dlpo.core.dataset;

import io.dlpo.contracts.evaluation.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that was uploaded. Never changes: another content is another dataset.
 *
 * @param id derived from content and format
 * @param name for people
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
   * All rows as examples, in the file's order.
   *
   * @param template builds the input; null takes it as it stands in the file
   */
  public List<Example> examples(@Nullable InputTemplate template) {
    return rows.stream()
        .map(row -> template == null ? row : template.applyTo(row))
        .map(Row::example)
        .toList();
  }
}
