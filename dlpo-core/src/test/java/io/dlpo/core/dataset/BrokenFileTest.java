package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFileTest {

  private static final String GOOD = "{\"input\": \"q\", \"reference\": \"1\"}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"input\": \"q\", ",
        "no json",
        "[1, 2]",
        "\"text\"",
        "{}",
        "{\"input\": null}",
        "{\"input\": \" \", \"reference\": \"1\"}",
        "{\"input\": \"q\", \"reference\": \"1\"} {}"
      })
  void shouldNameTheBrokenLineAndItsText(String line) {
    // Given
    String file = GOOD + "\n" + line + "\n" + GOOD;

    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.JSONL, file))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key, Problem::value)
                    .containsExactly(tuple("line 3", line)))
        .hasMessageContaining(line);
  }

  @Test
  void shouldNameTheFirstTenBrokenLinesAndCountTheOthers() {
    // Given
    String file = GOOD + "x\n".repeat(25);

    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.JSONL, file))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.problems()).hasSize(11))
        .hasMessageContaining("line 2 ")
        .hasMessageContaining("line 11 ")
        .hasMessageContaining("15 more lines are invalid, 25 in total");
  }

  @Test
  void shouldCutALongLine() {
    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.JSONL, "x".repeat(100_000)))
        .isInstanceOf(RefusedException.class)
        .message()
        .hasSizeLessThan(1_000);
  }

  @Test
  void shouldRefuseAnAnswerWithoutItsMark() {
    // When / Then
    assertThatThrownBy(
            () -> parse(DatasetFormat.GSM8K, "{\"question\": \"q\", \"answer\": \"It is 9\"}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("####")
        .hasMessageContaining("It is 9");
  }

  @Test
  void shouldRefuseABbhFileThatIsNone() {
    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.BBH, GOOD))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("examples");
    assertThatThrownBy(() -> parse(DatasetFormat.BBH, "{\n\"examples\": [\n}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> parse(DatasetFormat.BBH, "{\"examples\": [{}]}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 1 of examples cannot be read, it has no values");
  }

  @Test
  void shouldRefuseACsvRowOfAnotherLength() {
    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.CSV, "input,reference\na,1\nb\nc,3,4\n"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key, Problem::value)
                    .containsExactly(tuple("line 3", "b"), tuple("line 4", "c,3,4")));
  }

  @Test
  void shouldRefuseAColumnNameThatIsThereTwice() {
    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.CSV, "input,input,reference\nq1,x,a1\nq2,y,a2\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 1 has the column 'input' twice: input,input,reference");
  }

  @Test
  void shouldRefuseAValueInAColumnWithoutAName() {
    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.CSV, "input,reference,\nq1,a1,\nq2,a2,x\n"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("line 3 cannot be read, column 3 has a value, but no name: q2,a2,x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"input,reference\n\"a,1\n", "input,reference\n\"a\"b,1\n"})
  void shouldRefuseCsvThatCannotBeRead(String file) {
    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.CSV, file)).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = DatasetFormat.class,
      names = {"GSM8K", "JSONL", "CSV"})
  void shouldRefuseAFileWithoutRows(DatasetFormat format) {
    // When / Then
    assertThatThrownBy(() -> parse(format, "\n \n"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("the dataset is empty; must have 1 to 100000 rows");
  }

  @Test
  void shouldRefuseAFileThatIsTooLarge() {
    // When / Then
    assertThatThrownBy(() -> DatasetFormat.JSONL.parse(new byte[DatasetFormat.MAX_BYTES + 1]))
        .isInstanceOf(RefusedException.class)
        .hasMessage("dataset is '20000001 bytes'; must be at most 20000000 bytes");
  }

  @Test
  void shouldRefuseTooManyRows() {
    // Given
    String file = GOOD.repeat(DatasetFormat.MAX_ROWS + 1);

    // When / Then
    assertThatThrownBy(() -> parse(DatasetFormat.JSONL, file))
        .isInstanceOf(RefusedException.class)
        .hasMessage("dataset is '100001 rows'; must be 1 to 100000 rows");
  }

  private static void parse(DatasetFormat format, String file) {
    format.parse(file.getBytes(StandardCharsets.UTF_8));
  }
}
