package io.dlpo.contracts.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptVariablesTest {

  @Test
  void shouldFindEachNameOnce() {
    assertThat(
            PromptVariables.names(
                "{{b}} {{ a.0.x }} {{b}} {{Grüße}} {{customer name}} {{_1}} {{ {{c}}"))
        .containsExactly("b", "a.0.x", "Grüße", "customer name", "_1", "c");
  }

  @Test
  void shouldTakeOtherTextInBracesAsItIs() {
    // Given
    String text = "{{7*7}} {{\"answer\": 1}} {{}} {{ }} {x} {{{{ {{a|b}} \\boxed{{1}}";

    // When / Then
    assertThat(PromptVariables.names(text)).isEmpty();
    assertThat(PromptVariables.fill(text, Map.of("x", "y"))).isEqualTo(text);
  }

  @Test
  void shouldFillInOnePass() {
    assertThat(
            PromptVariables.fill(
                "{{a}} and {{ b }} and {{c}}", Map.of("a", "{{b}} $1 \\0", "b", "{{a}}")))
        .isEqualTo("{{b}} $1 \\0 and {{a}} and {{c}}");
  }

  @Test
  void shouldWriteVariablesWithoutBlanks() {
    assertThat(PromptVariables.normalized("{{ a }} {{b}} {{ 7*7 }}"))
        .isEqualTo("{{a}} {{b}} {{ 7*7 }}");
  }
}
