package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42|42",
        "-5|-5",
        "- 5|-5",
        "+5|5",
        "\u22127|-7",
        "\u20137|-7",
        "3.5|3.5",
        ".5|.5",
        "1,234|1234",
        "1,234,567.25|1234567.25",
        "12,34,567|1234567",
        "1 234 567|1234567",
        "1\u00a0234|1234",
        "1'234'567|1234567",
        "1_000|1000",
        "$5.00|5.00",
        "-$5|-5",
        "$-5|-5",
        "US$42|42",
        "42 \u20ac|42",
        "12.|12",
        "12 %|12",
        "1e3|1e3",
        "2.5E-2|0.025",
        "1.5\u00d710\u00b3|1500",
        "1.5 x 10^-3|0.0015",
        "10^3|1000",
        "1/2|0.5",
        "5\u00bd|5.5",
        "-5 1/4|-5.25",
        "\u00be|0.75",
        "\u0664\u0662|42",
        "007|7",
        "9007199254740993|9007199254740993",
        "1234567890123456|1234567890123456"
      })
  void shouldReadANumberAsWritten(String text, BigDecimal value) {
    assertThat(Numeral.parse(text))
        .hasValueSatisfying(
            number -> assertThat(number.sameAs(new Rational(value, BigDecimal.ONE))).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eight",
        "1 2",
        "12 items",
        "x5",
        "1,23",
        "--5",
        "1.2.3",
        "1e9999",
        "1/0",
        "10,000,00",
        "2^5",
        "5\u00b2"
      })
  void shouldNotTakeAnythingElseForANumber(String text) {
    assertThat(Numeral.parse(text)).isEmpty();
  }

  @Test
  void shouldFindTheFirstNumberWithinAText() {
    assertThat(Numeral.first("It costs -$2.50 or $3."))
        .hasValueSatisfying(
            numeral -> {
              assertThat(numeral.start()).isEqualTo(9);
              assertThat(numeral.end()).isEqualTo(15);
              assertThat(numeral.value().numerator()).isEqualTo("-2.50");
            });
  }

  @Test
  void shouldCountTheNumbersOfAText() {
    assertThat(Numeral.count("3 + 5 = 8")).isEqualTo(3);
    assertThat(Numeral.count("none")).isZero();
  }

  @Property
  void shouldReadAFractionAsItsQuotient(
      @ForAll @IntRange(min = -999, max = 999) int top,
      @ForAll @IntRange(min = 1, max = 999) int bottom) {
    assertThat(Numeral.parse(top + "/" + bottom))
        .hasValueSatisfying(
            number ->
                assertThat(
                        number.sameAs(
                            new Rational(BigDecimal.valueOf(top), BigDecimal.valueOf(bottom))))
                    .isTrue());
  }

  @Property
  void shouldReadGroupedDigitsAsTheNumberWithoutGroups(@ForAll @IntRange(min = 1000) int number) {
    assertThat(Numeral.parse(String.format(Locale.ROOT, "%,d", number)))
        .isEqualTo(Numeral.parse(Integer.toString(number)));
  }
}
