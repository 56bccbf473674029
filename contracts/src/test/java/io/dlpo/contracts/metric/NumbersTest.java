package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42|42",
        "-5|-5",
        "+5|5",
        "\u22127|-7",
        "3.5|3.5",
        ".5|.5",
        "1,234|1234",
        "1,234,567.25|1234567.25",
        "$5.00|5.00",
        "-$5|-5",
        "12.|12",
        "12 %|12",
        "1e3|1e3",
        "2.5E-2|0.025",
        "9007199254740993|9007199254740993",
        "1234567890123456|1234567890123456"
      })
  void shouldReadANumberAsWritten(String text, BigDecimal value) {
    assertThat(Numbers.parse(text))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "eight", "1 2", "12 items", "1/2", "x5", "1,23", "--5", "1.2.3", "1e9999"})
  void shouldNotTakeAnythingElseForANumber(String text) {
    assertThat(Numbers.parse(text)).isEmpty();
  }

  @Test
  void shouldFindTheNumbersWithinAText() {
    assertThat(Numbers.in("In all 3 boxes of 1,200, -4 and $2.50."))
        .containsExactly(
            new BigDecimal("3"),
            new BigDecimal("1200"),
            new BigDecimal("-4"),
            new BigDecimal("2.50"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23", "10,000,00", "1.2.3", "3\u00bd", "1,2,3", "2x3"})
  void shouldNotFindAPartOfALongerNumber(String text) {
    assertThat(Numbers.in(text)).isEmpty();
  }

  @Test
  void shouldFindNumbersThatACommaSeparates() {
    assertThat(Numbers.in("3, 4 and 5,")).hasSize(3);
  }

  @Test
  void shouldNotFindNumbersWithinNames() {
    assertThat(Numbers.in("version v2 of model4x")).isEmpty();
  }
}
