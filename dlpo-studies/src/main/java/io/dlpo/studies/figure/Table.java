package io.dlpo.studies.figure;

import java.util.List;

/**
 * A table of a report. The first column contains the row's name, the others contain numbers.
 *
 * @param caption caption of the table
 * @param head names of the columns
 * @param rows cells; each row has one per column
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
