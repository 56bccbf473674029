package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptColumnsTest {

  private static final String FILE = "question,context,answer\nq1,c1,a1\nq2,{{question}},a2\n";

  @Test
  void shouldTakeNoMoreThanTheColumnsThatThePromptNames() {
    assertThat(examples("Use {{context}}.", FILE, ColumnNames.USUAL, null))
        .containsExactly(
            new Example("row-1", "q1", "a1", Map.of("context", "c1")),
            new Example("row-2", "q2", "a2", Map.of("context", "{{question}}")));
    assertThat(examples("Answer.", FILE, ColumnNames.USUAL, null))
        .containsExactly(new Example("row-1", "q1", "a1"), new Example("row-2", "q2", "a2"));
  }

  @Test
  void shouldLeaveTheInputEmptyIfThePromptNamesItsColumn() {
    assertThat(examples("{{context}} {{question}}", FILE, ColumnNames.USUAL, null).getFirst())
        .isEqualTo(new Example("row-1", "", "a1", Map.of("context", "c1", "question", "q1")));
    assertThat(examples("{{context}}", FILE, new ColumnNames("context", null), null).getFirst())
        .isEqualTo(new Example("row-1", "", "a1", Map.of("context", "c1")));
  }

  @Test
  void shouldNeedNoInputColumn() {
    assertThat(
            examples(
                "Solve {{task text}}.",
                "task text,expected\nt1,e1\n",
                new ColumnNames(null, "expected"),
                null))
        .containsExactly(new Example("row-1", "", "e1", Map.of("task text", "t1")));
  }

  @Test
  void shouldSendNoInputAfterAMessageThatAsksUnlessTheSpecNamesIt() {
    // Given
    String chat = ChatPrompt.text(MessageRole.USER, "Use {{context}}.");
    String open = chat + "\n" + ChatPrompt.text(MessageRole.ASSISTANT, "I do.");

    // When / Then
    assertThat(examples(chat, FILE, ColumnNames.USUAL, null).getFirst().input()).isEmpty();
    assertThat(examples(open, FILE, ColumnNames.USUAL, null).getFirst().input()).isEqualTo("q1");
    assertThat(examples(chat, FILE, new ColumnNames("question", null), null).getFirst().input())
        .isEqualTo("q1");
    assertThat(
            examples(chat, FILE, ColumnNames.USUAL, new InputTemplate("{{question}}!"))
                .getFirst()
                .input())
        .isEqualTo("q1!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "answer          |                 | answer",
        "label           | label           | label",
        "expected        | expected.answer | expected",
        "expected.answer | expected.answer | expected.answer",
        "label.text      | label           | label.text"
      })
  void shouldNeverShowTheReference(String variable, @Nullable String reference, String shown) {
    // Given
    String file =
        "{\"input\": \"q\", \"answer\": \"a\", \"label\": {\"text\": \"x\"}, \"expected\": {\"answer\": \"e\"}}\n";

    // When / Then
    assertThatThrownBy(
            () ->
                read(DatasetFormat.JSONL, file)
                    .examples(
                        new ColumnNames(null, reference),
                        null,
                        PromptColumns.of("messages", "Use {{" + variable + "}}.")))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(
            "`messages` has the variable {{"
                + shown
                + "}}, which holds the reference, which no model may see; it must be a column of the"
                + " dataset: input");
  }

  @Test
  void shouldNotShowTheColumnThatTheReferenceIsAPartOf() {
    // Given
    String file = "{\"question\": \"q\", \"answer\": \"It is so.\\n#### 7\"}\n";

    // When / Then
    assertThatThrownBy(
            () ->
                read(DatasetFormat.GSM8K, file)
                    .examples(
                        ColumnNames.USUAL, null, PromptColumns.of("prompt", "Use {{answer}}.")))
        .hasMessageContaining("{{answer}}, which holds the reference");
  }

  @Test
  void shouldAllowAnotherPartOfTheColumnWithTheReference() {
    // Given
    String file = "{\"messages\": [{\"content\": \"q\"}, {\"content\": \"a\"}]}\n";

    // When / Then
    assertThat(
            read(DatasetFormat.JSONL, file)
                .examples(
                    new ColumnNames(null, "messages.1.content"),
                    null,
                    PromptColumns.of("prompt", "Say {{messages.0.content}}.")))
        .containsExactly(new Example("row-1", "", "a", Map.of("messages.0.content", "q")));
  }

  @Test
  void shouldNameTheColumnsThereAre() {
    assertThatThrownBy(() -> examples("Use {{contxt}}.", FILE, ColumnNames.USUAL, null))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "`prompt` has the variable {{contxt}}, which is in no row of the dataset; it must be a"
                + " column of the dataset: question, context");
  }

  @Test
  void shouldKeepARunValidThatWasAcceptedWhenVariablesWereSentAsTheyAre() {
    // Given
    Dataset dataset = read(DatasetFormat.CSV, FILE);
    PromptColumns prompt = PromptColumns.of("prompt", "{{context}} {{answer}} {{other}}");

    // When
    PromptColumns filled = prompt.filledFrom(dataset, ColumnNames.USUAL);

    // Then
    assertThat(filled).isEqualTo(new PromptColumns("prompt", List.of("context"), false));
  }

  @Test
  void shouldNameTheRowThatDoesNotHaveAColumn() {
    // Given
    String file = "{\"a\": \"1\", \"answer\": \"2\"}\n{\"b\": \"1\", \"answer\": \"2\"}\n";

    // When / Then
    assertThatThrownBy(
            () ->
                read(DatasetFormat.JSONL, file)
                    .examples(ColumnNames.USUAL, null, PromptColumns.of("prompt", "{{a}}")))
        .hasMessageContaining(
            "row 2 cannot be used, it has no 'a', which the prompt uses as {{a}}, but [b, answer]");
  }

  private static List<Example> examples(
      String prompt, String csv, ColumnNames names, @Nullable InputTemplate template) {
    return read(DatasetFormat.CSV, csv)
        .examples(names, template, PromptColumns.of("prompt", prompt));
  }

  private static Dataset read(DatasetFormat format, String file) {
    return format.read("mine", file.getBytes(StandardCharsets.UTF_8));
  }
}
