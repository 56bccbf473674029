package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitSequencesTest {

  @Test
  void shouldFindEveryRowFromLeftToRight() {
    assertThat(DigitSequences.in("-3.5 and 1,200 are 007 x2y"))
        .containsExactly("3", "5", "1", "200", "7", "2");
    assertThat(DigitSequences.in("none")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42|42",
        "-5|5",
        "3.5|3",
        "$1,200.50|1200",
        "it is 7 now|7",
        "3 of 8|8",
        "0|0",
        "000|0",
        "007|7",
        "x4y|4",
        "\u0664\u0662|42",
        "99999999999999999999999|99999999999999999999999"
      })
  void shouldReadTheLastNumberWithoutSignAndDecimals(String text, String number) {
    assertThat(DigitSequences.lastNumber(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", ".5", "is .75"})
  void shouldReadNoNumberWhereNoneIsBeforeTheFullStop(String text) {
    assertThat(DigitSequences.lastNumber(text)).isEmpty();
  }
}
