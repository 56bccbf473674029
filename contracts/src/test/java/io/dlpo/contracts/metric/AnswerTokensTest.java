package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTokensTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("The Eiffel Tower.", List.of("eiffel", "tower")),
        Arguments.of("  a cat,\n an\towl ", List.of("cat", "owl")),
        Arguments.of("Theatre and anthem", List.of("theatre", "and", "anthem")),
        Arguments.of("a.m.", List.of("am")),
        Arguments.of("well-known", List.of("wellknown")),
        Arguments.of("It's $5.00!", List.of("its", "500")),
        Arguments.of("ÉCOLE\u00a0Normale", List.of("école", "normale")),
        Arguments.of("to be or not to be", List.of("to", "be", "or", "not", "to", "be")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldNormalizeAsSquadDoes(String text, List<String> tokens) {
    assertThat(AnswerTokens.of(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "The a an.", "?!", "---"})
  void shouldFindNoWordWhereThereIsNone(String text) {
    assertThat(AnswerTokens.of(text)).isEmpty();
  }

  @Test
  void shouldNotTakeAnAccentedWordForAnArticle() {
    assertThat(AnswerTokens.of("à thé ané")).containsExactly("à", "thé", "ané");
  }
}
