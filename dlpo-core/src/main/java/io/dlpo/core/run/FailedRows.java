package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.event.BatchScored;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that counted as wrong answers because their calls failed.
 *
 * @param rows in the order of their ids, at most {@value #MAX_ROWS}: rows that fail later are not
 *     added
 */
record FailedRows(List<FailedRow> rows) {

  static final int MAX_ROWS = 100;
  static final FailedRows NONE = new FailedRows(List.of());

  FailedRows {
    rows = List.copyOf(rows);
  }

  /** Adds the failed examples of an evaluation if they count as wrong. */
  FailedRows plus(BatchScored event) {
    List<FailedExample> failed = event.failedExamples();
    if (event.countedAsWrong() == 0 || failed == null) {
      return this;
    }
    SortedMap<String, FailedRow> all = new TreeMap<>();
    rows.forEach(row -> all.put(row.id(), row));
    for (FailedExample example : failed) {
      FailedRow known = all.get(example.exampleId());
      if (known != null) {
        all.put(known.id(), known.again());
      } else if (all.size() < MAX_ROWS) {
        all.put(example.exampleId(), FailedRow.of(example));
      }
    }
    return new FailedRows(List.copyOf(all.values()));
  }

  /** Adds the rows of another record. */
  FailedRows plus(FailedRows other) {
    SortedMap<String, FailedRow> all = new TreeMap<>();
    Stream.concat(rows.stream(), other.rows.stream())
        .forEach(
            row -> all.merge(row.id(), row, (one, two) -> one.count() < two.count() ? two : one));
    return new FailedRows(all.values().stream().limit(MAX_ROWS).toList());
  }

  /** Returns the number of different rows. */
  int size() {
    return rows.size();
  }

  boolean has(Example example) {
    return rows.stream().anyMatch(row -> row.id().equals(example.id()));
  }

  /** Returns how many of the examples are among the rows. */
  int among(Collection<Example> examples) {
    Set<String> ids = rows.stream().map(FailedRow::id).collect(Collectors.toSet());
    return (int) examples.stream().map(Example::id).filter(ids::contains).count();
  }
}
