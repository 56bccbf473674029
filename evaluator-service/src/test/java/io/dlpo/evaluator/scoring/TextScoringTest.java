package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.metric.ChoiceMetric;
import io.dlpo.contracts.metric.ContainsMetric;
import io.dlpo.contracts.metric.ExactMetric;
import io.dlpo.contracts.metric.RuleMetric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metrics that compare texts: exact, choice, contains. */
class TextScoringTest {

  private static final RuleMetric EXACT = new ExactMetric(null);
  private static final RuleMetric CHOICE = new ChoiceMetric(List.of("(A)", "(B)", "(C)"));
  private static final RuleMetric CONTAINS = new ContainsMetric(null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Answer: apple pear|apple pear",
        "Answer:  apple \t pear |apple pear",
        "**Answer:** apple pear|apple pear",
        "Answer: __init__|__init__",
        "Answer: True|True"
      })
  void shouldTakeTheExactAnswer(String reply, String reference) {
    assertThat(Scoring.score(EXACT, reply, reference)).isEqualTo(Score.right());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Answer: true|True", "Answer: apple|apple pear", "apple|apple", "Answer:|x"})
  void shouldNotTakeAnInexactAnswer(String reply, String reference) {
    assertThat(Scoring.score(EXACT, reply, reference).value()).isZero();
  }

  @Test
  void shouldIgnoreCaseWhereAsked() {
    assertThat(Scoring.score(new ExactMetric(true), "answer: TRUE", "true").isRight()).isTrue();
    assertThat(Scoring.score(new ContainsMetric(true), "It is TRUE.", "true").isRight()).isTrue();
  }

  @Test
  void shouldSayWhatWasExpectedExactly() {
    assertThat(Scoring.score(EXACT, "Answer: pear apple", "apple pear").feedback())
        .isEqualTo("The answer line gives \"pear apple\"; expected was exactly \"apple pear\".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Answer: (B)|(B)", "Answer: B|(B)", "Answer: b.|(B)", "**Answer: [B]**|(B)"})
  void shouldTakeTheRightOption(String reply, String reference) {
    assertThat(Scoring.score(CHOICE, reply, reference)).isEqualTo(Score.right());
  }

  @Test
  void shouldTellAWrongOptionFromNone() {
    assertThat(Scoring.score(CHOICE, "Answer: A", "(B)").feedback())
        .isEqualTo("The answer line gives \"A\"; the right option is \"(B)\".");
    assertThat(Scoring.score(CHOICE, "Answer: A or B", "(B)").feedback())
        .isEqualTo(
            "The answer line gives \"A or B\", which is none of the options \"(A), (B), (C)\";"
                + " the right option is \"(B)\".");
    assertThat(Scoring.score(CHOICE, "B", "(B)").feedback()).contains("no line that starts with");
  }

  @Test
  void shouldFindTheReferenceAnywhere() {
    assertThat(Scoring.score(CONTAINS, "It is the\n  Eiffel   Tower.", "Eiffel Tower").isRight())
        .isTrue();
    assertThat(Scoring.score(CONTAINS, "eiffel tower", "Eiffel Tower"))
        .isEqualTo(Score.wrong("The reply does not contain \"Eiffel Tower\"."));
  }

  @Test
  void shouldKeepFeedbackShort() {
    String answer = "x".repeat(100_000);

    assertThat(Scoring.score(EXACT, "Answer: " + answer, answer + "y").feedback())
        .hasSizeLessThan(500);
  }
}
