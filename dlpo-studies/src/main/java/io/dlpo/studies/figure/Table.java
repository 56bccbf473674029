package io.dlpo.studies.figure;

import java.util.List;

/**
 * A table of a report. The first column names the row; the others are numbers.
 *
 * @param caption what it shows
 * @param head a name for each column
 * @param rows cells, as many as the head has columns
 */
public record Table(String caption, List<String> head, List<List<String>> rows) {

  public Table {
    int columns = head.size();
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException(
          "Table.rows of '%s' must have %d cells each: %s".formatted(caption, columns, rows));
    }
  }
}
