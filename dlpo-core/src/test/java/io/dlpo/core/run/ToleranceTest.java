package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The splits have 190 rows. */
class ToleranceTest {

  @ParameterizedTest
  @CsvSource({
    // The share of an evaluation, rounded down exactly
    "0.02, 100, 0, 2",
    "0.02, 149, 0, 2",
    "0.02, 150, 0, 3",
    "0.29, 100, 0, 29",
    "0.07, 100, 0, 7",
    "1, 120, 0, 120",
    // Less than one row of a small evaluation: one new row while fewer than 3 of 190 have failed
    "0.02, 5, 0, 1",
    "0.02, 1, 0, 1",
    "0.02, 5, 2, 1",
    "0.02, 5, 3, 0",
    "0.02, 5, 4, 0",
    // At least one row of a run, however small the share
    "0.0001, 5, 0, 1",
    "0.0001, 120, 0, 1",
    "0.0001, 5, 1, 0",
    "0.0001, 5, 2, 0",
  })
  void shouldTolerateAShareOfTheEvaluationOrOneNewRow(
      double share, int size, int failedElsewhere, int tolerated) {
    // Given
    FailedRows known = rows(failed("elsewhere", failedElsewhere));

    // Then
    assertThat(of(share, known, Runs.examples("e", size))).isEqualTo(tolerated);
  }

  @ParameterizedTest
  @CsvSource({
    // Rows that failed before may fail again
    "1, 0, 2",
    "2, 0, 3",
    "3, 0, 3",
    "2, 1, 2",
    // Too many rows of the run have failed, here or elsewhere
    "4, 0, 0",
    "2, 2, 0",
  })
  void shouldTolerateKnownRowsAgainWhileTheRunIsWithinTheShare(
      int failedHere, int failedElsewhere, int tolerated) {
    // Given
    FailedRows known =
        rows(Stream.concat(failed("e", failedHere), failed("elsewhere", failedElsewhere)));

    // Then
    assertThat(of(0.02, known, Runs.examples("e", 5))).isEqualTo(tolerated);
  }

  @Property
  void shouldTolerateNothingWithoutTolerance(
      @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 100) int failed) {
    assertThat(of(0, rows(failed("e", failed)), Runs.examples("e", size))).isZero();
  }

  @Property
  void shouldTolerateNoMoreThanThereIs(
      @ForAll @DoubleRange(max = 1) double share,
      @ForAll @IntRange(min = 1, max = 200) int size,
      @ForAll @IntRange(max = 100) int failed) {
    assertThat(of(share, rows(failed("e", failed)), Runs.examples("e", size))).isBetween(0, size);
  }

  @Test
  void shouldTolerateEveryRowOfASmallRunOnlyIfTheSpecSaysSo() {
    assertThat(of(1, FailedRows.NONE, Runs.examples("e", 3))).isEqualTo(3);
    assertThat(of(0.99, FailedRows.NONE, Runs.examples("e", 3))).isEqualTo(2);
  }

  private static int of(double share, FailedRows known, List<Example> examples) {
    @Nullable Integer tolerated =
        Tolerance.of(Runs.tolerating(share, Runs.annealed()), known, examples);
    return tolerated == null ? 0 : tolerated;
  }

  private static Stream<FailedRow> failed(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> new FailedRow(name + "-" + i, "REFUSED, no", 1));
  }

  private static FailedRows rows(Stream<FailedRow> rows) {
    return new FailedRows(rows.toList());
  }
}
