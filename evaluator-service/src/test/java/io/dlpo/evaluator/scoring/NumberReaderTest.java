package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.metric.Rational;
import io.dlpo.evaluator.scoring.NumberReading.Found;
import io.dlpo.evaluator.scoring.NumberReading.Unreadable;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not 5|not",
        "about minus 5|minus",
        "5 thousand euros|thousand",
        "5k|k",
        "5 x|x",
        "5\u03c0|\u03c0",
        "5+|+",
        "\u221a5|\u221a",
        "5 \u4e07|\u4e07",
        "five and 5|five",
        "v5|v"
      })
  void shouldNameWhatChangesTheValue(String answer, String what) {
    assertThat(NumberReader.read(answer))
        .isEqualTo(
            new Unreadable("whose number has \"" + what + "\" beside it, which changes its value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"5 or 6|2", "3, 4 and 5|3", "5 (6)|2", "x = 5, y = 6|2", "5-7|2", "2024-05-01|3"})
  void shouldCountTheNumbersThatCompete(String answer, int count) {
    assertThat(NumberReader.read(answer))
        .isEqualTo(new Unreadable("which holds " + count + " numbers; it must hold exactly one"));
  }

  @Test
  void shouldNotDivideByZero() {
    assertThat(NumberReader.read("1/0")).isEqualTo(new Unreadable("which divides by zero"));
  }

  @Property
  void shouldReadANumberWithProseAroundIt(@ForAll int number) {
    for (String form :
        new String[] {
          "%d",
          "There are %d apples.",
          "x = %d",
          "%d, as shown above",
          "%d (see step 3 of 4)",
          "$%d",
          "\\(%d\\)"
        }) {
      assertThat(NumberReader.read(form.formatted(number)))
          .as(form)
          .isInstanceOfSatisfying(
              Found.class,
              found ->
                  assertThat(
                          found
                              .value()
                              .sameAs(new Rational(BigDecimal.valueOf(number), BigDecimal.ONE)))
                      .isTrue());
    }
  }

  @Property
  void shouldReadAnyText(@ForAll String text) {
    assertThat(NumberReader.read(text)).isNotNull();
  }
}
