package io.dlpo.core.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AggregateScoreTest {

  @Test
  void shouldScoreRightAnswersAsOne() {
    assertThat(new AggregateScore(3, 4).score()).isEqualTo(.75);
    assertThat(new AggregateScore(3, 4).isGraded()).isFalse();
    assertThat(new AggregateScore(3, 4)).hasToString("3 of 4");
  }

  @Test
  void shouldShowTheScoreOfGradedAnswers() {
    assertThat(new AggregateScore(1, 4, 2_500_000).score()).isEqualTo(.625);
    assertThat(new AggregateScore(1, 4, 2_500_000)).hasToString("score 0.6250 on 4");
  }

  @Test
  void shouldCompareScoresOfDifferentSetsExactly() {
    assertThat(AggregateScore.compareScores(new AggregateScore(1, 3), new AggregateScore(2, 6)))
        .isZero();
    assertThat(
            AggregateScore.compareScores(
                new AggregateScore(1, 3), new AggregateScore(1, 3, 1_000_001)))
        .isNegative();
  }

  @Test
  void shouldRefuseAScoreThatTheAnswersCannotHave() {
    assertThatThrownBy(() -> new AggregateScore(2, 4, 1_999_999))
        .hasMessageContaining("Tally.micros");
    assertThatThrownBy(() -> new AggregateScore(2, 4, 4_000_001))
        .hasMessageContaining("Tally.micros");
    assertThatThrownBy(() -> new AggregateScore(5, 4)).hasMessageContaining("5 of 4");
  }

  @Test
  void shouldSurviveItsWayThroughJson() throws Exception {
    // Given
    ObjectMapper mapper = new ObjectMapper();
    AggregateScore aggregate = new AggregateScore(1, 4, 2_500_000);

    // Then
    assertThat(mapper.readTree(mapper.writeValueAsString(aggregate)).size()).isEqualTo(3);
    assertThat(mapper.readValue(mapper.writeValueAsString(aggregate), AggregateScore.class))
        .isEqualTo(aggregate);
  }
}
