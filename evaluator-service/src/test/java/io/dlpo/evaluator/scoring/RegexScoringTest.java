package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.metric.RegexMetric;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RegexScoringTest {

  @Test
  void shouldTakeTheFirstGroupOfTheLastMatch() {
    assertThat(score("<a>(.*?)</a>", "<a>1</a> no, <a> 2 </a>", "2").isRight()).isTrue();
  }

  @Test
  void shouldTakeAllOfTheMatchWithoutAGroup() {
    assertThat(score("\\d+ \\w+", "1 apple, 2 pears", "2 pears").isRight()).isTrue();
  }

  @Test
  void shouldPassOverEmptyMatches() {
    assertThat(score("\\d*", "it is 42.", "42").isRight()).isTrue();
    assertThat(score("(\\d+)?x", "42x x", "42").isRight()).isTrue();
  }

  @Test
  void shouldSayWhatWasFound() {
    assertThat(score("\\d+", "1 or 2", "3").feedback())
        .isEqualTo("The expression \"\\d+\" finds \"2\"; expected was \"3\".");
    assertThat(score("\\d+", "one", "3").feedback())
        .isEqualTo("The expression \"\\d+\" finds nothing in the reply. Expected was \"3\".");
  }

  @Test
  void shouldEndASearchThatBacktracksWithoutEnd() {
    // When
    Score score =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> score("(a+)+b", "a".repeat(5_000) + "!", "ab"));

    // Then
    assertThat(score.value()).isZero();
    assertThat(score.feedback()).contains("takes too long on this reply");
  }

  @Test
  void shouldSurviveADeepRecursion() {
    assertThat(score("(a|b)*c", "ab".repeat(1_000_000), "c").value()).isZero();
  }

  private static Score score(String pattern, String reply, String reference) {
    return RegexScoring.score(new RegexMetric(pattern), reply, reference);
  }
}
