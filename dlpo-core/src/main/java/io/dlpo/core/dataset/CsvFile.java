package io.dlpo.core.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
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
    String text = Utf8.text(file);
    List<Row> rows = new ArrayList<>();
    BrokenLines broken = new BrokenLines();
    if (text.isBlank()) {
      return rows;
    }
    List<String> lines = text.lines().toList();
    long begin = 1;
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      begin = afterBlankLines(lines, parser.getCurrentLineNumber());
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        read(begin, records.next(), parser.getHeaderNames().size(), rows, broken);
        begin = afterBlankLines(lines, parser.getCurrentLineNumber());
      }
    } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
      broken.add(begin, lines.get((int) begin - 1), "begins no row of CSV, " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broken.refuse();
    return rows;
  }

  /** Number of the line in which the next row begins. A row may span several lines. */
  private static long afterBlankLines(List<String> lines, long read) {
    int next = (int) Math.min(read, lines.size() - 1L);
    while (next < lines.size() - 1 && lines.get(next).isEmpty()) {
      next++;
    }
    return next + 1L;
  }

  private static void read(
      long line, CSVRecord record, int columns, List<Row> rows, BrokenLines broken) {
    try {
      if (!record.isConsistent()) {
        throw new BrokenRowException(
            "it has %d columns, the header has %d".formatted(record.size(), columns));
      }
      rows.add(PlainRow.read(rows.size() + 1, record.toMap()));
    } catch (BrokenRowException e) {
      broken.add(line, String.join(",", record.values()), "cannot be read, " + e.getMessage());
    }
  }
}
