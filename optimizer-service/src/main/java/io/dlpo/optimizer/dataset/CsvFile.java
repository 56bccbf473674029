package io.dlpo.optimizer.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated values (RFC 4180) with a header. */
final class CsvFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(false)
          .get();

  private CsvFile() {}

  static List<Row> parse(byte[] file) {
    String text = JsonLines.text(file);
    List<Row> rows = new ArrayList<>();
    BrokenLines broken = new BrokenLines();
    if (text.isBlank()) {
      return rows;
    }
    try (CSVParser records = FORMAT.parse(new StringReader(text))) {
      read(records, rows, broken);
    } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
      broken.add(
          1, text.lines().findFirst().orElse(""), "or what follows is no CSV, " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broken.refuse();
    return rows;
  }

  private static void read(CSVParser records, List<Row> rows, BrokenLines broken) {
    for (CSVRecord record : records) {
      long line = records.getCurrentLineNumber();
      String shown = String.join(",", record.values());
      try {
        if (!record.isConsistent()) {
          throw new BrokenRowException(
              "it has %d columns, the header has %d"
                  .formatted(record.size(), records.getHeaderNames().size()));
        }
        rows.add(PlainRow.read(rows.size() + 1, record.toMap()));
      } catch (BrokenRowException e) {
        broken.add(line, shown, "cannot be read, " + e.getMessage());
      }
    }
  }
}
