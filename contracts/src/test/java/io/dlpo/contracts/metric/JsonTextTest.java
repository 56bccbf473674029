package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": [1, 2.5, null]}", "[]", " 7 ", "\"text\"", "true", "null"})
  void shouldReadAnyValue(String text) throws JsonProcessingException {
    assertThat(JsonText.read(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "{a: 1}", "{'a': 1}", "[1,]", "1 2", "{} x", "NaN", "// c\n1", "01"})
  void shouldReadNothingElse(String text) {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> JsonText.read(text))
        .satisfies(fault -> assertThat(fault.getOriginalMessage()).isNotBlank());
  }

  @Test
  void shouldKeepAllDigits() throws JsonProcessingException {
    assertThat(JsonText.read("0.10000000000000000001").decimalValue())
        .isEqualByComparingTo(new BigDecimal("0.10000000000000000001"));
  }

  @Test
  void shouldReadAsDeepAsIsAllowedAndNoDeeper() throws JsonProcessingException {
    String deepest = "[".repeat(JsonText.MAX_DEPTH) + "]".repeat(JsonText.MAX_DEPTH);

    assertThat(JsonText.read(deepest)).isNotNull();
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> JsonText.read("[" + deepest + "]"))
        .withMessageContaining("depth");
  }
}
