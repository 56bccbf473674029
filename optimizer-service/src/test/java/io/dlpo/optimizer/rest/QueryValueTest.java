package io.dlpo.optimizer.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryValueTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "050", "1000"})
  void shouldReadAWholeNumberWithinItsLimits(String text) {
    assertThat(new QueryValue("limit", text).whole(1, 1000)).isEqualTo(Integer.parseInt(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "0", "1001", "-1", "1.5", "99999999999999999999", "\u0661"})
  void shouldNameTheLimitsOfANumber(String text) {
    assertThatThrownBy(() -> new QueryValue("limit", text).whole(1, 1000))
        .isInstanceOf(RefusedException.class)
        .hasMessage("limit is '%s'; must be 1 to 1000".formatted(text));
  }

  @Test
  void shouldReadATruthValue() {
    assertThat(new QueryValue("again", "true").flag()).isTrue();
    assertThat(new QueryValue("again", "false").flag()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"banana", "", "TRUE", "1"})
  void shouldTakeNothingElseForATruthValue(String text) {
    assertThatThrownBy(() -> new QueryValue("again", text).flag())
        .isInstanceOf(RefusedException.class)
        .hasMessage("again is '%s'; must be true or false".formatted(text));
  }
}
