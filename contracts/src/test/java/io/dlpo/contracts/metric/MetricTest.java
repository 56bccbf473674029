package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.dlpo.contracts.evaluation.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {

  @Test
  void shouldSayWhichReferencesANumberMetricReads() {
    assertThat(new NumberMetric().problemWith("1,000")).isEmpty();
    assertThat(new NumberMetric().problemWith("many"))
        .hasValue("is not a number; use one number in digits, such as 42, -3.5 or 1,000");
  }

  @Test
  void shouldSayWhichReferencesAChoiceMetricReads() {
    // Given
    Metric metric = new ChoiceMetric(List.of("(A)", "(B)"));

    // Then
    assertThat(metric.problemWith("(B)")).isEmpty();
    assertThat(metric.problemWith("b")).isEmpty();
    assertThat(metric.problemWith("(C)")).hasValue("is not one of the options: (A), (B)");
  }

  @Test
  void shouldRefuseABlankReference() {
    for (Metric metric :
        List.of(new ExactMetric(null), new ContainsMetric(true), new RegexMetric("\\d+"))) {
      assertThat(metric.problemWith(" ")).isPresent();
      assertThat(metric.problemWith("x")).isEmpty();
    }
  }

  @Test
  void shouldRefuseAReferenceWithoutAWordToCompare() {
    assertThat(new F1Metric().problemWith("The end")).isEmpty();
    assertThat(new F1Metric().problemWith("a."))
        .hasValue("has only articles and punctuation; use a text with at least one other word");
  }

  @Test
  void shouldRefuseAReferenceWithoutDigitsForTheAuthorsRule() {
    assertThat(new ReferenceNumberMetric().problemWith("about -5.5")).isEmpty();
    assertThat(new ReferenceNumberMetric().problemWith("five"))
        .hasValue("has no number; use a text with a number in digits, such as 42");
  }

  @Test
  void shouldAskForTheSameAnswerByBothNumberRules() {
    assertThat(new ReferenceNumberMetric().answerFormat())
        .isEqualTo(new NumberMetric().answerFormat());
  }

  @Test
  void shouldRefuseAChoiceOfOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChoiceMetric(List.of("Yes")))
        .withMessage("metric.options has 1 entries; it must have 2 to 50");
  }

  @Test
  void shouldRefuseABrokenExpression() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegexMetric("("))
        .withMessageContaining("metric.pattern is '('");
  }

  @Test
  void shouldLetTheJudgeReadAnyAnswerAndReference() {
    Metric metric = new JudgeMetric(Engine.greedy("gpt-4o"), "The answer is polite.");

    assertThat(metric.answerFormat()).isEmpty();
    assertThat(metric.problemWith("")).isEmpty();
  }

  @Test
  void shouldRefuseAJudgeWithoutModelOrRubric() {
    assertThatNullPointerException()
        .isThrownBy(() -> new JudgeMetric(null, "polite"))
        .withMessageStartingWith("metric.engine is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JudgeMetric(Engine.greedy("gpt-4o"), " "))
        .withMessage("metric.rubric has no text; it must have 1 to 8000 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JudgeMetric(Engine.greedy("gpt-4o"), "x".repeat(8_001)))
        .withMessage("metric.rubric has 8001 characters; it must have 1 to 8000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8000/score",
        "https://scorer.example.org",
        "HTTPS://scorer.example.org/a%20b?task=1",
        "http://[::1]:9/"
      })
  void shouldTakeTheAddressOfAScorer(String url) {
    WebhookMetric metric = new WebhookMetric(url);

    assertThat(metric.target().toString()).isEqualTo(url);
    assertThat(metric.answerFormat()).isEmpty();
    assertThat(metric.problemWith("")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "scorer.example.org/score",
        "ftp://scorer.example.org/",
        "file:///etc/hostname",
        "http:///score",
        "http://user:secret@scorer.example.org/",
        "http://scorer.example.org/#part",
        "http://scorer.example.org:70000/",
        "http://scorer.example.org:0/",
        "http://scorer example.org/",
        "http://a_b/"
      })
  void shouldRefuseWhatIsNoAddressOfAScorer(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebhookMetric(url))
        .withMessageStartingWith("metric.url is '" + url + "'; use an address such as");
  }

  @Test
  void shouldAskForAnAnswerLineWhereItReadsOne() {
    assertThat(new NumberMetric().answerFormat()).contains("\"Answer: \"");
    assertThat(new ExactMetric(false).answerFormat()).contains("\"Answer: \"");
    assertThat(new F1Metric().answerFormat()).contains("\"Answer: \"");
    assertThat(new ChoiceMetric(List.of("Yes", "No")).answerFormat()).endsWith("Yes, No.");
    assertThat(new ContainsMetric(null).answerFormat()).isEmpty();
  }
}
