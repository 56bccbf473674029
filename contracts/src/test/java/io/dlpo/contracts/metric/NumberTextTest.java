package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\uff14\uff12|42",
        "\u096a\u0968 kg|42 kg",
        "\u22125 \u20147|-5 -7",
        "5\u00bd cups|5 1/2 cups",
        "1\u20442|1/2",
        "1.5 \u00d7 10\u207b\u00b3|1.5e-3",
        "6.02 x 10^{23}|6.02e23",
        "10\u2076|1e6",
        // Powers of other numbers, and units.
        "2^5|2^5",
        "110^2|110^2",
        "42 km\u00b2|42 km\u00b2",
        "10 m^2|10 m^2"
      })
  void shouldWriteNumbersInOneWay(String text, String rewritten) {
    assertThat(NumberText.of(text)).isEqualTo(rewritten);
  }
}
