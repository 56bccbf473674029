package io.dlpo.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTextTest {

  @Test
  void shouldPrintALineForEachNumberOfWorkersAndWhereTheTimeWent() {
    // Given
    BenchRow one =
        new BenchRow(1, 4, 1200, 20_000, 60, 1.3, Map.of("evaluator", 2.0, "kafka", 1.5));
    BenchRow two = new BenchRow(2, 4, 1200, 12_000, 100, 1.12, Map.of("evaluator", 2.25));
    StringWriter text = new StringWriter();

    // When
    BenchText.print(new BenchResult(2, 200, List.of(one, two)), new PrintWriter(text));

    // Then
    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            """
            2 processors for everything, 200 ms a call of the model

            workers  runs  calls   wall s  calls/s  wall/critical  CPU ms a call
                  1     4   1200     20.0     60.0           1.30           3.50
                  2     4   1200     12.0    100.0           1.12           2.25

            CPU ms a call          1        2
            evaluator           2.00     2.25
            kafka               1.50     0.00
            """);
  }
}
