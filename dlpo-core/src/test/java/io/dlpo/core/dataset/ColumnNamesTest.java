package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {

  @Test
  void shouldReadTheColumnsThatTheSpecNames() {
    // Given
    String file = "prompt,expected_output,answer\nq1,a1,x\nq2,a2,y\n";

    // When / Then
    assertThat(
            examples(DatasetFormat.CSV, file, new ColumnNames("prompt", "expected_output"), null))
        .containsExactly(new Example("row-1", "q1", "a1"), new Example("row-2", "q2", "a2"));
    assertThat(examples(DatasetFormat.CSV, file, new ColumnNames("prompt", null), null))
        .extracting(Example::reference)
        .containsExactly("x", "y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "{\"inputs\": {\"question\": \"q\"}, \"expectations\": {\"answer\": \"a\"}}|inputs.question|expectations.answer",
        "{\"input\": {\"question\": \"q\"}, \"expectedOutput\": {\"answer\": \"a\"}}|input.question|expectedOutput.answer",
        "{\"messages\": [{\"content\": \"q\"}, {\"content\": \"a\"}]}|messages.0.content|messages.1.content",
        "{\"a.b\": \"q\", \"c\": {\"d\": {\"e\": \"a\"}}}|a.b|c.d.e"
      })
  void shouldReadAPartOfAColumn(String line, String input, String reference) {
    // Given: a second row of the usual form
    String file = line + "\n{\"input\": \"q2\", \"reference\": \"a2\"}\n";

    // When / Then
    assertThat(examples(DatasetFormat.JSONL, file, new ColumnNames(input, reference), null))
        .containsExactly(new Example("row-1", "q", "a"), new Example("row-2", "q2", "a2"));
  }

  @Test
  void shouldNeedNoInputWhereATemplateBuildsIt() {
    // Given
    String file = "{\"review\": {\"text\": \"r1\"}, \"reference\": \"a1\"}\n";

    // When / Then
    assertThat(
            examples(
                DatasetFormat.JSONL,
                file,
                ColumnNames.USUAL,
                new InputTemplate("Review: {{review.text}}")))
        .containsExactly(new Example("row-1", "Review: r1", "a1"));
  }

  @Test
  void shouldNameTheRowsWithoutInputOrReference() {
    // Given
    String file =
        "{\"input\": \"q\", \"reference\": \"1\"}\n{\"input\": \"q\"}\n{\"reference\": \"1\", \"x\": 2}\n";

    // When / Then
    assertThatThrownBy(() -> examples(DatasetFormat.JSONL, file, ColumnNames.USUAL, null))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems()).extracting("key").containsExactly("row 2", "row 3"))
        .hasMessageContaining(
            "row 2 cannot be used, it has none of reference, target, answer, but [input]; name the"
                + " column with the reference in dataset.columns.reference: {input=q}")
        .hasMessageContaining("it has none of input, question, but [reference, x]");
  }

  @Test
  void shouldNameTheColumnThatARowDoesNotHave() {
    assertThatThrownBy(
            () ->
                examples(
                    DatasetFormat.CSV,
                    "prompt,reference\nq,1\n",
                    new ColumnNames("promt", null),
                    null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "row 1 cannot be used, it has no 'promt', which dataset.columns.input names, but"
                + " [prompt, reference]");
  }

  @Test
  void shouldRefuseABlankInput() {
    assertThatThrownBy(
            () ->
                examples(
                    DatasetFormat.CSV,
                    "prompt,reference\n ,1\n",
                    new ColumnNames("prompt", null),
                    null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("row 1 cannot be used, its input is blank");
  }

  private static List<Example> examples(
      DatasetFormat format, String file, ColumnNames names, @Nullable InputTemplate template) {
    return format.read("mine", file.getBytes(StandardCharsets.UTF_8)).examples(names, template);
  }
}
