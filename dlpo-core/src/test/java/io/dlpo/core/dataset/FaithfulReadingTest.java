package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is read as it is written, or refused where it is broken; never altered in silence. */
class FaithfulReadingTest {

  private static final String GOOD = "{\"input\": \"q\", \"reference\": \"1\"}\n";

  @Test
  void shouldRefuseOtherEncodingsNamingTheLine() {
    // Given
    byte[] file = (GOOD + GOOD.replace("q", "caf\u00e9")).getBytes(Charset.forName("windows-1252"));

    // When / Then
    assertThatThrownBy(() -> DatasetFormat.JSONL.parse(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "0.12345678901234567890", "12345678901234567890"})
  void shouldKeepAllDigitsOfANumber(String number) {
    // When / Then
    assertThat(parse("{\"input\": \"q\", \"reference\": " + number + "}").reference())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"input\": \"q\", \"reference\": \"1\", \"reference\": \"2\"}",
        "{\"input\": \"half \\ud83d\", \"reference\": \"1\"}"
      })
  void shouldRefuseALineThatHasNoOneMeaning(String line) {
    // When / Then
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void shouldReadWholeSurrogatePairs() {
    // When / Then
    assertThat(parse("{\"input\": \"\\ud83d\\ude00\", \"reference\": \"1\"}").input())
        .isEqualTo("\ud83d\ude00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#### ", "#### none", "#### 1 or 2"})
  void shouldRefuseAMarkWithoutANumber(String answer) {
    // Given
    String line = "{\"question\": \"q\", \"answer\": \"" + answer + "\"}";

    // When / Then
    assertThatThrownBy(() -> DatasetFormat.GSM8K.parse(line.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("number");
  }

  @Test
  void shouldCountTheExamplesOfABbhTaskRightAfterABrokenOne() {
    // Given
    String good = "{\"input\": \"q\", \"target\": \"1\"}";
    String file = "{\"examples\": [" + good + ", 5, " + good + ", 6]}";

    // When / Then
    assertThatThrownBy(() -> DatasetFormat.BBH.parse(file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key)
                    .containsExactly("line 2", "line 4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"c\nd\",3,4\n", "\"c\"x,3\n", "\"c,3\n"})
  void shouldNameTheLineInWhichABrokenRowOfCsvBegins(String broken) {
    // Given
    String file = "input,reference\n\"a\nb\",2\n\n" + broken;

    // When / Then
    assertThatThrownBy(() -> DatasetFormat.CSV.parse(file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems()).extracting(Problem::key).containsExactly("line 5"));
  }

  private static Row parse(String line) {
    return DatasetFormat.JSONL.parse(line.getBytes(StandardCharsets.UTF_8)).get(0);
  }
}
