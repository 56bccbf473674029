package io.dlpo.core.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma-separated values (RFC 4180) with a header. If the header has no comma, semicolons or tabs
 * separate the values.
 */
final class CsvFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setAllowMissingColumnNames(true)
          .setTrim(false)
          .get();

  private CsvFile() {}

  static List<Row> parse(byte[] file) {
    String text = Utf8.text(file);
    List<Row> rows = new ArrayList<>();
    BrokenRows broken = new BrokenRows("line");
    if (text.isBlank()) {
      return rows;
    }
    List<String> lines = text.lines().toList();
    long begin = 1;
    try (CSVParser parser = format(lines).parse(new StringReader(text))) {
      duplicate(parser.getHeaderNames())
          .ifPresent(
              name -> broken.add(1, lines.getFirst(), "has the column '" + name + "' twice"));
      begin = afterBlankLines(lines, parser.getCurrentLineNumber());
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        read(begin, records.next(), parser.getHeaderNames(), rows, broken);
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

  private static CSVFormat format(List<String> lines) {
    String header = lines.stream().filter(line -> !line.isBlank()).findFirst().orElseThrow();
    char delimiter = header.contains(",") ? ',' : header.contains(";") ? ';' : '\t';
    return header.indexOf(delimiter) < 0 ? FORMAT : FORMAT.builder().setDelimiter(delimiter).get();
  }

  private static Optional<String> duplicate(List<String> header) {
    Set<String> names = new HashSet<>();
    return header.stream().filter(name -> !name.isEmpty() && !names.add(name)).findFirst();
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
      long line, CSVRecord record, List<String> header, List<Row> rows, BrokenRows broken) {
    try {
      rows.add(PlainRow.read(rows.size() + 1, columns(record, header)));
    } catch (BrokenRowException e) {
      broken.add(line, String.join(",", record.values()), "cannot be read, " + e.getMessage());
    }
  }

  /** The values by name. Spreadsheets write empty columns without a name. */
  private static Map<String, String> columns(CSVRecord record, List<String> header)
      throws BrokenRowException {
    if (record.size() != header.size()) {
      throw new BrokenRowException(
          "it has %d columns, the header has %d".formatted(record.size(), header.size()));
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (!header.get(i).isEmpty()) {
        columns.put(header.get(i), record.get(i));
      } else if (!record.get(i).isEmpty()) {
        throw new BrokenRowException("column " + (i + 1) + " has a value, but no name");
      }
    }
    return columns;
  }
}
