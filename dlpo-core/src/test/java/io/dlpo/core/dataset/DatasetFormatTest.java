package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFormatTest {

  @Test
  void shouldReadABbhTask() {
    // Given
    String file =
        "{\"canary\": \"c\", \"examples\": [{\"input\": \"a\\nb\", \"target\": \"8\"},"
            + " {\"input\": \"c\", \"target\": \"No\"}]}";

    // When / Then
    assertThat(parse(DatasetFormat.BBH, file))
        .containsExactly(
            new Row(1, "a\nb", "8", Map.of("input", "a\nb", "target", "8")),
            new Row(2, "c", "No", Map.of("input", "c", "target", "No")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "She has 5 + 4 = <<5+4=9>>9.\\n#### 9 | 9",
        "so #### 3552672438520863 | 3552672438520863",
        "#### 12 pages, no:\\n#### -3.5 | -3.5",
        "Total\\n#### 192157. | 192157",
        "####42 | 42"
      })
  void shouldReadTheNumberBehindTheLastMark(String answer, String reference) {
    // When
    List<Row> rows =
        parse(DatasetFormat.GSM8K, "{\"question\": \"q\", \"answer\": \"" + answer + "\"}\n");

    // Then
    assertThat(rows).extracting(Row::input, Row::reference).containsExactly(tuple("q", reference));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"input\": \"q\", \"reference\": \"7\"}",
        "{\"question\": \"q\", \"target\": \"7\"}",
        "{\"answer\": 7, \"hint\": null, \"question\": \"q\"}",
        "\uFEFF{\"input\": \"q\", \"reference\": 7}\r\n\r\n"
      })
  void shouldReadJsonLinesUnderAnyOfTheUsualNames(String file) {
    // When / Then
    assertThat(parse(DatasetFormat.JSONL, file))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.number()).isEqualTo(1);
              assertThat(row.input()).isEqualTo("q");
              assertThat(row.reference()).isEqualTo("7");
            });
  }

  @Test
  void shouldKeepAllColumnsForTemplates() {
    // Given
    String line =
        "{\"id\": 5, \"input\": \"q\", \"reference\": true, \"tags\": [\"a\"], \"none\": null}";

    // When / Then
    assertThat(parse(DatasetFormat.JSONL, line).get(0).columns())
        .isEqualTo(Map.of("id", "5", "input", "q", "reference", "true", "tags", "[\"a\"]"));
  }

  @Test
  void shouldReadCsvWithQuotesLineBreaksAndOtherColumns() {
    // Given
    String file = "id,input,reference\r\n1,\"a, \"\"b\"\"\nc\",yes\r\n\r\n2,d,\r\n";

    // When / Then
    assertThat(parse(DatasetFormat.CSV, file))
        .containsExactly(
            new Row(
                1,
                "a, \"b\"\nc",
                "yes",
                Map.of("id", "1", "input", "a, \"b\"\nc", "reference", "yes")),
            new Row(2, "d", "", Map.of("id", "2", "input", "d", "reference", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2028", "\u2029", "\u0085", "\u000b", "\f"})
  void shouldSeparateJsonLinesByLineFeedsAlone(String separator) {
    // Given
    String text = "a" + separator.replace("\f", "\\f").replace("\u000b", "\\u000b") + "b";
    String file =
        "{\"input\": \""
            + text
            + "\", \"reference\": \"1\"}\r\n"
            + "{\"input\": \"q\", \"reference\": \"2\"}";

    // When / Then
    assertThat(parse(DatasetFormat.JSONL, file))
        .extracting(Row::input)
        .containsExactly("a" + separator + "b", "q");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input;reference\nq1;a, b\nq2;\"c;d\"\n",
        "input\treference\r\nq1\ta, b\r\nq2\tc;d\r\n",
        "input,reference,\nq1,\"a, b\",\nq2,c;d,\n",
        "\n\ninput,reference\nq1,\"a, b\"\nq2,c;d\n"
      })
  void shouldReadCsvAsSpreadsheetsWriteIt(String file) {
    // When / Then
    assertThat(parse(DatasetFormat.CSV, file))
        .containsExactly(
            new Row(1, "q1", "a, b", Map.of("input", "q1", "reference", "a, b")),
            new Row(2, "q2", "c;d", Map.of("input", "q2", "reference", "c;d")));
  }

  @Test
  void shouldNumberTheExamplesByTheirRows() {
    // Given
    String file =
        "{\"input\": \"a\", \"reference\": \"1\"}\n\n{\"input\": \"b\", \"reference\": \"2\"}\n";

    // When
    Dataset dataset = DatasetFormat.JSONL.read("mine", bytes(file));

    // Then
    assertThat(dataset.name()).isEqualTo("mine");
    assertThat(dataset.examples(ColumnNames.USUAL, null))
        .containsExactly(new Example("row-1", "a", "1"), new Example("row-2", "b", "2"));
    assertThat(dataset.examples(ColumnNames.USUAL, new InputTemplate("? {{input}}")))
        .extracting(Example::input)
        .containsExactly("? a", "? b");
  }

  @Test
  void shouldDeriveTheIdFromContentAndFormatOnly() {
    // Given
    byte[] file = bytes("{\"question\": \"a\", \"answer\": \"#### 1\"}");
    byte[] other = bytes("{\"question\": \"a\", \"answer\": \"#### 2\"}");

    // When
    String id = DatasetFormat.JSONL.read("one", file).id();

    // Then
    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(DatasetFormat.JSONL.read("two", file).id()).isEqualTo(id);
    assertThat(DatasetFormat.GSM8K.read("one", file).id()).isNotEqualTo(id);
    assertThat(DatasetFormat.JSONL.read("one", other).id()).isNotEqualTo(id);
  }

  @ParameterizedTest
  @EnumSource(DatasetFormat.class)
  void shouldFindEachFormatByItsName(DatasetFormat format) {
    // When / Then
    assertThat(DatasetFormat.named(format.toString())).isEqualTo(format);
    assertThat(DatasetFormat.named(format.name())).isEqualTo(format);
  }

  @Test
  void shouldRefuseAnUnknownFormat() {
    // When / Then
    assertThatThrownBy(() -> DatasetFormat.named("xml"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("format is 'xml'; must be one of bbh, gsm8k, jsonl, csv");
  }

  private static List<Row> parse(DatasetFormat format, String file) {
    return format.parse(bytes(file));
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }
}
