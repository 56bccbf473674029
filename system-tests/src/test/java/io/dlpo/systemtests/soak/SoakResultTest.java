package io.dlpo.systemtests.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.systemtests.trial.TrialRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakResultTest {

  private static final TrialRun ONE = new TrialRun("one", "FINISHED", "aa", "A prompt.");
  private static final TrialRun TWO = new TrialRun("two", "FINISHED", "bb", "A prompt.");

  @Test
  void shouldHoldWhenOnlyCallsUnderWayWerePaidAgain() {
    // When
    SoakResult result = result(List.of(ONE, TWO), 7, 107, 0);

    // Then
    assertThat(result.holds()).isTrue();
    assertThat(result.finished()).isEqualTo(2);
    assertThat(result.equalToTwin()).isEqualTo(2);
    assertThat(result.extraCalls()).isEqualTo(7);
  }

  @Test
  void shouldNotHoldWhenMoreWasPaid() {
    assertThat(result(List.of(ONE, TWO), 7, 108, 0).holds()).isFalse();
  }

  @Test
  void shouldNotHoldWhenAnEvaluationHasTwoResults() {
    assertThat(result(List.of(ONE, TWO), 7, 100, 1).holds()).isFalse();
  }

  @Test
  void shouldNotHoldWhenARunWentAnotherWay() {
    // When
    SoakResult result =
        result(List.of(ONE, new TrialRun("two", "FINISHED", "cc", "A prompt.")), 7, 100, 0);

    // Then
    assertThat(result.holds()).isFalse();
    assertThat(result.finished()).isEqualTo(2);
    assertThat(result.equalToTwin()).isEqualTo(1);
  }

  @Test
  void shouldNotHoldWhenARunDidNotEnd() {
    // When
    SoakResult result = result(List.of(ONE, new TrialRun("two", "PAUSED", "", "")), 7, 100, 0);

    // Then
    assertThat(result.holds()).isFalse();
    assertThat(result.finished()).isEqualTo(1);
  }

  @Test
  void shouldNotTakeARunWithoutItsTwin() {
    assertThatThrownBy(() -> result(List.of(ONE), 7, 100, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("twins are 2; use as many as disturbed runs, 1");
  }

  private static SoakResult result(
      List<TrialRun> disturbed, long underWay, long calls, int scoredTwice) {
    return new SoakResult(
        disturbed,
        List.of(ONE, TWO),
        Map.of(Victim.KAFKA, 3),
        underWay,
        calls,
        100,
        40,
        scoredTwice);
  }
}
