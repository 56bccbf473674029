package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.core.prompt.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies to an update as models write them, many of them from bug reports of other projects. */
class EditCasesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @MethodSource("cases")
  void shouldEditThePromptOrSayWhyNot(Case example) {
    // Given
    Prompt prompt = Prompt.parse(example.prompt());

    // When
    EditScript script =
        EditScript.parse(
            new UpdateReply.Answered(CallPurpose.UPDATE, example.reply(), false, ModelCall.NONE),
            prompt,
            true);
    EditedPrompt edited = applied(prompt, script);

    // Then
    String expected = example.after() == null ? prompt.text() : example.after();
    assertThat(edited.text()).as(refusals(script, edited)).isEqualTo(expected);
    if (example.refused() == null) {
      assertThat(edited.refused()).isEmpty();
    } else {
      assertThat(edited.applied()).isEmpty();
      assertThat(refusals(script, edited)).contains(example.refused()).doesNotContain("jackson");
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream lines =
        Objects.requireNonNull(EditCasesTest.class.getResourceAsStream("/update/edits.jsonl"))) {
      return JSON
          .readerFor(Case.class)
          .<Case>readValues(new String(lines.readAllBytes(), StandardCharsets.UTF_8))
          .readAll()
          .stream();
    }
  }

  private static EditedPrompt applied(Prompt prompt, EditScript script) {
    return SentenceEditor.apply(
        prompt,
        script instanceof EditScript.Edits edits
            ? edits
            : new EditScript.Edits(List.of(), List.of()),
        new EditLimits(null, Set.of()));
  }

  private static String refusals(EditScript script, EditedPrompt edited) {
    if (script instanceof EditScript.Unreadable unreadable) {
      return unreadable.reason();
    }
    return edited.applied().isEmpty() && edited.refused().isEmpty()
        ? "the update changes nothing"
        : edited.refused().stream().map(RefusedEdit::toString).collect(Collectors.joining("; "));
  }

  /**
   * A line of the file.
   *
   * @param prompt the prompt, with marks around frozen spans
   * @param after the prompt without marks after the update; null if it is refused
   * @param refused a part of the reason why the edit or the reply is refused; null if it is not
   */
  record Case(
      String name, String prompt, String reply, @Nullable String after, @Nullable String refused) {

    @Override
    public String toString() {
      return name;
    }
  }
}
