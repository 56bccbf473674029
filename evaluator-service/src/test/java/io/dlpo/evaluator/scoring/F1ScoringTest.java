package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.contracts.metric.F1Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class F1ScoringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Answer: Eiffel Tower|the Eiffel tower",
        "**Answer:** The Eiffel Tower.|Eiffel Tower",
        "Answer: Tower Eiffel|Eiffel Tower",
        "Answer: $5.00|$5.00"
      })
  void shouldTakeTheSameWords(String reply, String reference) {
    assertThat(score(reply, reference)).isEqualTo(Score.right());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Answer: Eiffel|Eiffel Tower|0.666667",
        "Answer: the Eiffel Tower in Paris|Eiffel Tower|0.666667",
        "Answer: Eiffel Eiffel|Eiffel Tower|0.5",
        "Answer: red green blue|blue yellow|0.4",
        "Answer: Big Ben|Eiffel Tower|0",
        "Answer:|Eiffel Tower|0",
        "Answer: the a an|Eiffel Tower|0",
        "Eiffel Tower|Eiffel Tower|0"
      })
  void shouldGradeByTheWordsInCommon(String reply, String reference, double value) {
    assertThat(score(reply, reference).value()).isCloseTo(value, within(1e-6));
  }

  @Test
  void shouldSayWhatIsMissingAndWhatIsNotExpected() {
    assertThat(score("Answer: Eiffel Tower of Paris", "The tower of Gustave Eiffel").feedback())
        .isEqualTo(
            "The answer line gives \"Eiffel Tower of Paris\"; expected was \"The tower of Gustave"
                + " Eiffel\". F1 over their words is 0.75; missing: \"gustave\"; not expected:"
                + " \"paris\".");
    assertThat(score("Eiffel", "Eiffel").feedback()).contains("no line that starts with");
  }

  @Test
  void shouldRefuseAReferenceWithoutAWord() {
    assertThatExceptionOfType(UnreadableReferenceException.class)
        .isThrownBy(() -> score("Answer: x", "The"))
        .withMessageStartingWith("reference \"The\" has only articles");
  }

  @Test
  void shouldKeepFeedbackShort() {
    assertThat(score("Answer: " + "word ".repeat(20_000), "other ".repeat(20_000)).feedback())
        .hasSizeLessThan(1_200);
  }

  @Property
  void shouldScoreBothWaysTheSame(
      @ForAll @Size(min = 1, max = 8) List<@AlphaChars @StringLength(min = 2, max = 2) String> one,
      @ForAll @Size(min = 1, max = 8)
          List<@AlphaChars @StringLength(min = 2, max = 2) String> other) {
    // Given: two letters, of which only "an" is an article
    String left = "zz " + String.join(" ", one);
    String right = "zz " + String.join(" ", other);

    // Then
    double value = score("Answer: " + left, right).value();
    assertThat(value).isEqualTo(score("Answer: " + right, left).value());
    assertThat(value).isPositive().isLessThanOrEqualTo(1);
  }

  @Property
  void shouldTakeTheWordsInAnyOrder(
      @ForAll @Size(min = 1, max = 8)
          List<@AlphaChars @StringLength(min = 3, max = 6) String> words,
      @ForAll long seed) {
    List<String> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(score("Answer: zz " + String.join(" ", shuffled), "zz " + String.join(" ", words)))
        .isEqualTo(Score.right());
  }

  private static Score score(String reply, String reference) {
    return Scoring.score(new F1Metric(), reply, reference);
  }
}
