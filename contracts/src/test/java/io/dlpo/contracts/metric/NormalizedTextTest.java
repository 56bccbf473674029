package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "cafe\u0301|caf\u00e9",
        " a \t\u00a0b\u3000|a b",
        "\ufeff\u200bPa\u00adris\u200b|Paris",
        "don\u2019t|don't",
        "\u201cyes\u201d|\"yes\"",
        "\u5317\u4eac|\u5317\u4eac"
      })
  void shouldMakeTheSameOfWhatLooksTheSame(String text, String normalized) {
    assertThat(NormalizedText.of(text)).isEqualTo(normalized);
  }

  @Property
  void shouldChangeNothingTheSecondTime(@ForAll String text) {
    String once = NormalizedText.of(text);

    assertThat(NormalizedText.of(once)).isEqualTo(once);
  }
}
