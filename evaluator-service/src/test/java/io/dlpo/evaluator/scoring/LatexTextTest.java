package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\frac{1}{2}|1/2",
        "\\boxed{42}|42",
        "42\\,\\text{km}|42 km",
        "1{,}234|1,234",
        "25\\%|25%",
        "\\$25|$25",
        "2.5 \\times 10^{3}|2.5 \u00d7 10^{3}",
        "20^\\circ C|20\u00b0 C",
        "\\unknown{4}|\\unknown{4}"
      })
  void shouldReplaceCommandsByTheirCharacters(String latex, String plain) {
    assertThat(LatexText.plain(latex)).isEqualTo(plain);
  }
}
