package io.dlpo.studies.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvReportTest {

  @Test
  void shouldHaveARowForEachRun() {
    // When
    List<CSVRecord> rows =
        rows(
            Outcomes.none()
                .finished("count", "plain", 62, 71)
                .transferred(new Cell("count", "plain", 1, "far"), 33)
                .report());

    // Then
    assertThat(rows).hasSize(3);
    CSVRecord row = rows.getFirst();
    assertThat(row.get("experiment")).isEqualTo("rates-0123456789");
    assertThat(row.get("simulated")).isEqualTo("false");
    assertThat(row.get("variant")).isEqualTo("plain");
    assertThat(row.get("seed")).isEqualTo("1");
    assertThat(row.get("run")).isEqualTo("x0123456789.count.plain.1");
    assertThat(row.get("accuracy")).isEqualTo("0.62");
    assertThat(row.get("acceptance")).isEqualTo("0.75");
    assertThat(row.get("baselineCorrect")).isEqualTo("40");
    assertThat(row.get("difference")).isEqualTo("0.22");
    assertThat(row.get("length")).isEqualTo("17");
    assertThat(row.get("sentences")).isEqualTo("1");
    assertThat(row.get("paidCalls")).isEqualTo("60");
    assertThat(row.get("accuracyByStep")).isEqualTo("0.4000  0.6200");
    assertThat(row.get("paidBatch")).isEqualTo("50");
    assertThat(row.get("paidTest")).isEqualTo("0");
    assertThat(rows.getLast().get("transfer")).isEqualTo("far");
    assertThat(rows.getLast().get("accuracy")).isEqualTo("0.33");
    assertThat(rows.getLast().get("p")).as("nothing is compared in a transfer").isEmpty();
  }

  @Test
  void shouldListARunWithoutResultWithItsStatus() {
    // When
    List<CSVRecord> rows =
        rows(
            Outcomes.none()
                .other(new Cell("count", "plain", 1, null), CellStatus.WAITING)
                .report());

    // Then
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().get("status")).isEqualTo("WAITING");
    assertThat(rows.getFirst().get("paidUpdate")).isEmpty();
  }

  private static List<CSVRecord> rows(ExperimentReport report) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(CsvReport.write(report), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
