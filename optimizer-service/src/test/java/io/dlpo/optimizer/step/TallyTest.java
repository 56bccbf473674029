package io.dlpo.optimizer.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void shouldScoreRightAnswersAsOne() {
    assertThat(new Tally(3, 4).score()).isEqualTo(.75);
    assertThat(new Tally(3, 4).isGraded()).isFalse();
    assertThat(new Tally(3, 4)).hasToString("3 of 4");
  }

  @Test
  void shouldShowTheScoreOfGradedAnswers() {
    assertThat(new Tally(1, 4, 2_500_000).score()).isEqualTo(.625);
    assertThat(new Tally(1, 4, 2_500_000)).hasToString("score 0.6250 on 4");
  }

  @Test
  void shouldCompareScoresOfDifferentSetsExactly() {
    assertThat(Tally.compareScores(new Tally(1, 3), new Tally(2, 6))).isZero();
    assertThat(Tally.compareScores(new Tally(1, 3), new Tally(1, 3, 1_000_001))).isNegative();
  }

  @Test
  void shouldRefuseAScoreThatTheAnswersCannotHave() {
    assertThatThrownBy(() -> new Tally(2, 4, 1_999_999)).hasMessageContaining("Tally.micros");
    assertThatThrownBy(() -> new Tally(2, 4, 4_000_001)).hasMessageContaining("Tally.micros");
    assertThatThrownBy(() -> new Tally(5, 4)).hasMessageContaining("5 of 4");
  }

  @Test
  void shouldSurviveItsWayThroughJson() throws Exception {
    // Given
    ObjectMapper mapper = new ObjectMapper();
    Tally tally = new Tally(1, 4, 2_500_000);

    // Then
    assertThat(mapper.readTree(mapper.writeValueAsString(tally)).size()).isEqualTo(3);
    assertThat(mapper.readValue(mapper.writeValueAsString(tally), Tally.class)).isEqualTo(tally);
  }
}
