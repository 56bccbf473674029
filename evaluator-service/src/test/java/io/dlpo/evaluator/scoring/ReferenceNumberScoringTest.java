package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.metric.ReferenceNumberMetric;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceNumberScoringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Answer: 5|5",
        "Answer: -5|5",
        "Answer: 5|-5",
        "Answer: 3.5|3",
        "Answer: 3|3.9",
        "Answer: 3.5|5",
        "8 at first, then 9|8",
        "8 at first, then 9|9",
        "It is 1,234 then.|1234",
        "It is 1,234 then.|$1,234.50",
        "Answer: 1,234|1",
        "007|7",
        "v8|8",
        "18446744073709551617|18446744073709551617"
      })
  void shouldTakeWhatTheAuthorsCodeTakes(String reply, String reference) {
    assertThat(score(reply, reference)).isEqualTo(Score.right());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1 or 2 or 3|2", "Answer: 35|3", "1 and 2,345 and 6|2345", "eight|8", "''|8"})
  void shouldTakeNothingElse(String reply, String reference) {
    assertThat(score(reply, reference).value()).isZero();
  }

  @Test
  void shouldSayWhatWasReadAndExpected() {
    assertThat(score("1 or 2 or 3", "-7.5").feedback())
        .isEqualTo(
            "The first number of the reply is \"1\" and the last is \"3\"; the right number is 7.");
    assertThat(score("eight", "8").feedback())
        .isEqualTo("The reply has no number. The right number is 8.");
  }

  @Test
  void shouldNotMindHowLongANumberIs() {
    assertThat(score("9".repeat(400_000), "8").value()).isZero();
  }

  @Property
  void shouldTakeEveryAnswerThatTheStrictRuleTakes(
      @ForAll @LongRange(min = 0) long number, @ForAll @LongRange(min = 0) long other) {
    String reply = other + " is not it.\nAnswer: " + number;

    assertThat(Scoring.score(new NumberMetric(), reply, "" + number).isRight()).isTrue();
    assertThat(score(reply, "" + number).isRight()).isTrue();
    assertThat(score(reply, "" + other).isRight()).isTrue();
  }

  private static Score score(String reply, String reference) {
    return Scoring.score(new ReferenceNumberMetric(), reply, reference);
  }
}
