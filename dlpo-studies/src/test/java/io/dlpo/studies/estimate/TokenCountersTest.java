package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCountersTest {

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, o200k_base, true",
    "gpt-4o-mini-2024-07-18, o200k_base, true",
    "gpt-4.1-nano, o200k_base, true",
    "gpt-5-mini, o200k_base, true",
    "o3, o200k_base, true",
    "gpt-4, cl100k_base, true",
    "gpt-4-turbo, cl100k_base, true",
    "gpt-3.5-turbo, cl100k_base, true",
    "llama-3.3-70b, o200k_base, false",
    "sim-student, 4 characters per token, true",
    "sim-teacher, 4 characters per token, true"
  })
  void shouldCountAsTheModelDoesOrSayThatItIsAGuess(String model, String method, boolean exact) {
    // When
    TokenCounter counter = TokenCounters.of(model);

    // Then
    assertThat(counter.method()).isEqualTo(method);
    assertThat(counter.exact()).isEqualTo(exact);
  }

  @Test
  void shouldCountKnownTexts() {
    assertThat(TokenCounters.of("gpt-4o").count("hello world")).isEqualTo(2);
    assertThat(TokenCounters.of("gpt-4").count("tiktoken is great!")).isEqualTo(6);
    assertThat(TokenCounters.of("sim-student").count("hello world")).isEqualTo(3);
    assertThat(TokenCounters.of("sim-student").count("")).isZero();
  }

  @Test
  void shouldTakeWhatLooksLikeASpecialTokenAsText() {
    assertThat(TokenCounters.of("gpt-4o").count("<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void shouldAddWhatAChatTakesForARealModel() {
    assertThat(TokenCounters.of("gpt-4o").perRequest()).isEqualTo(11);
    assertThat(TokenCounters.of("sim-student").perRequest()).isZero();
  }

  @Property(tries = 100)
  void shouldWriteATextOfSoManyTokens(@ForAll @IntRange(min = 1, max = 2_000) int tokens) {
    for (String model : new String[] {"gpt-4o", "gpt-4", "sim-teacher"}) {
      TokenCounter counter = TokenCounters.of(model);
      assertThat(counter.count(counter.text(tokens))).isBetween(tokens - 1L, tokens + 1L);
    }
  }
}
