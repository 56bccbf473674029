package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dlpo.contracts.metric.NumberMetric;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScoringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Answer: 8|8",
        "Answer: 8.|8",
        "Answer: 8.0|8",
        "Answer: 8 items|8",
        "Answer: There are 8 of them.|8",
        "Answer: -5|-5",
        "Answer: \u22125|-5",
        "Answer: 3.5|3.5",
        "Answer: 1,234|1234",
        "Answer: 1234|1,234",
        "Answer: $5.00|5",
        "Answer: 12.|12",
        "Answer: 50%|50",
        "Answer: 9007199254740993|9007199254740993",
        "Answer: \\boxed{8}|8",
        "**Answer:** **8**|8",
        "Answer: 1.2e1|12",
        "Answer: 3 + 5 = 8|8",
        "Answer: 8/1|8",
        "So it is $\\boxed{8}$|8"
      })
  void shouldTakeTheRightNumber(String reply, String reference) {
    assertThat(NumberScoring.score(reply, reference)).isEqualTo(Score.right());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer: 7",
        "Answer: -8",
        "Answer: 8.5",
        "Answer: 8 or 9",
        "Answer: eight",
        "Answer: 8\u00bd",
        "Answer: 5,8",
        "Answer: v8",
        "Answer: -\u00bd",
        "Answer:",
        "Answer: 8\nAnswer: 9",
        "8",
        "The answer is 8.",
        ""
      })
  void shouldTakeNothingElse(String reply) {
    assertThat(NumberScoring.score(reply, "8").value()).isZero();
  }

  @Test
  void shouldTellSixteenDigitsApart() {
    assertThat(NumberScoring.score("Answer: 9007199254740992", "9007199254740993").value())
        .isZero();
  }

  @Test
  void shouldSayThatTheAnswerLineIsMissing() {
    assertThat(NumberScoring.score("It is 8.", "8").feedback())
        .isEqualTo(
            "The reply has no line that starts with \"Answer:\", so no answer could be read."
                + " Expected was \"8\".");
  }

  @Test
  void shouldSayWhatWasReadAndExpected() {
    assertThat(NumberScoring.score("Answer: 4 kinds", "8").feedback())
        .isEqualTo("The answer line gives \"4 kinds\"; the right number is 8.");
  }

  @Test
  void shouldSayThatTheNumberIsNotTheOnlyOne() {
    assertThat(NumberScoring.score("Answer: 3 + 5", "8").feedback())
        .isEqualTo(
            "The answer line gives \"3 + 5\", which holds 2 numbers; it must hold exactly one."
                + " The right number is 8.");
    assertThat(NumberScoring.score("Answer: eight", "8").feedback()).contains("holds no number");
  }

  @Test
  void shouldRefuseAReferenceThatIsNoNumber() {
    assertThatExceptionOfType(UnreadableReferenceException.class)
        .isThrownBy(() -> Scoring.score(new NumberMetric(), "Answer: 8", "many"))
        .withMessageStartingWith("reference \"many\" is not a number");
  }

  @Property
  void shouldTakeEveryNumberInAnyDressing(@ForAll long number) {
    assertThat(NumberScoring.score("So:\n**Answer:** " + number + ".", Long.toString(number)))
        .isEqualTo(Score.right());
  }

  @Property
  void shouldScoreAnyReply(@ForAll String reply) {
    assertThat(NumberScoring.score(reply, "8").feedback()).isNotBlank();
  }
}
