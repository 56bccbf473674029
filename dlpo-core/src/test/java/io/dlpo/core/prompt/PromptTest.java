package io.dlpo.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {

  @Test
  void shouldTakeTheMarksOffAndKeepTheSpans() {
    // When
    Prompt prompt =
        Prompt.parse("You help. <frozen>Never guess.</frozen> Be kind. <frozen> </frozen>Go.");

    // Then
    assertThat(prompt.text()).isEqualTo("You help. Never guess. Be kind.  Go.");
    assertThat(prompt.frozen()).containsExactly("Never guess.");
    assertThat(prompt.frozenSentences()).containsExactly(2);
  }

  @Test
  void shouldFreezeEverySentenceThatASpanTouches() {
    // When
    Prompt prompt =
        Prompt.parse("One. Two <frozen>half. Three.</frozen> Four. F<frozen>iv</frozen>e.");

    // Then
    assertThat(prompt.frozenSentences()).containsExactly(2, 3, 5);
  }

  @Test
  void shouldTellEqualSpansApart() {
    // When
    Prompt prompt = Prompt.parse("<frozen>Go.</frozen> Stay. <frozen>Go.</frozen>");

    // Then
    assertThat(prompt.frozenSentences()).containsExactly(1, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "'a <frozen>b', '<frozen> at character 2'",
    "'a</frozen> b', '</frozen> at character 1'",
    "'<frozen>a<frozen>b</frozen></frozen>', '<frozen> at character 0'",
    "'<frozen>a</frozen></frozen>', '</frozen> at character 18'"
  })
  void shouldRefuseAMarkWithoutPartner(String marked, String message) {
    assertThatThrownBy(() -> Prompt.parse(marked))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "<frozen> </frozen>"})
  void shouldRefuseABlankPrompt(String marked) {
    assertThatThrownBy(() -> Prompt.parse(marked))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be blank");
  }

  @Test
  void shouldSayWhatACandidateWouldBreak() {
    // Given
    Prompt prompt = new Prompt("Keep A. Use {{q}} and {{q}}.", List.of("Keep A."));

    // When / Then
    assertThat(prompt.problemWith("Keep A. Now {{q}}, {{q}}!")).isEmpty();
    assertThat(prompt.problemWith("Keep A. Use {{q}}."))
        .hasValue("the variable {{q}} would be lost");
    assertThat(prompt.problemWith("Keep B. Use {{q}} and {{q}}."))
        .hasValue("it would break frozen text");
    assertThat(prompt.problemWith(" ")).hasValue("nothing would be left of the prompt");
    assertThat(prompt.problemWith("Keep A. {{q}}{{q}}" + "x".repeat(Prompt.MAX_LENGTH)))
        .hasValue("the prompt would be longer than 8000 characters");
  }

  @Test
  void shouldLetAnOverlongPromptShrink() {
    // Given
    Prompt prompt = new Prompt("x".repeat(9_000), List.of());

    // When / Then
    assertThat(prompt.problemWith("x".repeat(8_999))).isEmpty();
    assertThat(prompt.problemWith("x".repeat(9_001))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "'Use {q}.', 'Use it.', 'the variable {q} would be lost'",
    "'Use {{q}}.', 'Use {{q}} and {{ref}}.', 'the prompt has no variable {{ref}}, and an edit adds none'",
    "'[\"a\"]', '[\"a\"] b', 'the prompt is JSON and would no longer be valid JSON'",
    "'<a>b.</a>', '<a>b.', 'the tag <a> would stand alone'",
    "'<a>b.</a>', 'b.</a>', 'the tag </a> would stand alone'",
    "'<a>b.</a> <c>d.</c>', '<a>b. <c>d.</a> e.</c>', 'the tag <c> would stand alone'"
  })
  void shouldKeepTheFormOfThePrompt(String text, String candidate, String problem) {
    assertThat(new Prompt(text, List.of()).problemWith(candidate)).hasValue(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "'Write \\boxed{x} as \\frac{a}{b}, x^{n}, {1}.', 'Write it.'",
    "'Say it.', 'Say it in <b> or a<br>b or {this}, if x <y and z> 1.'",
    "'Open <a> here.', 'Open <a> there.'",
    "'<a href=\"x\">b.</a>', '<a href=\"y\">c.</a><d/>'",
    "'[not json', 'nor [this'"
  })
  void shouldLeaveWhatIsNoForm(String text, String candidate) {
    assertThat(new Prompt(text, List.of()).problemWith(candidate)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<a>", "</a>", "<a ", "{q} ", "{", "\\x{y}", "a.", "<a b=\"c\" ", "| ", "\" "})
  void shouldCheckALongPromptInGoodTime(String part) {
    // Given
    Prompt prompt = new Prompt("Go. " + part.repeat(100_000 / part.length()), List.of());

    // When / Then
    assertTimeout(Duration.ofSeconds(10), () -> prompt.problemWith(prompt.split().join()));
  }

  @Test
  void shouldFindVariablesAsTheyAreWritten() {
    assertThat(TemplateVariables.in("{{a}} { {b} } {{ c.d }} {{}} {{1}} {{a}}"))
        .containsExactly("{{a}}", "{{ c.d }}", "{{a}}");
  }
}
