package io.dlpo.core.annealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.StepDecision;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RungsTest {

  @Test
  void shouldDoubleUpToTheWholeSet() {
    assertThat(Rungs.of(50, 4).ends()).containsExactly(7, 13, 25, 50);
    assertThat(Rungs.of(64, 3).ends()).containsExactly(16, 32, 64);
    assertThat(Rungs.of(50, 1).ends()).containsExactly(50);
    assertThat(Rungs.of(3, 10).ends()).containsExactly(1, 2, 3);
  }

  @Test
  void shouldTellTheNextEnd() {
    // Given
    Rungs rungs = Rungs.of(50, 3);

    // Then
    assertThat(rungs.endAfter(0)).isEqualTo(13);
    assertThat(rungs.endAfter(13)).isEqualTo(25);
    assertThat(rungs.endAfter(25)).isEqualTo(50);
  }

  @Property
  void shouldGrowAndEndWithTheWholeSet(
      @ForAll @IntRange(min = 1, max = 10_000) int total,
      @ForAll @IntRange(min = 1, max = 10) int count) {
    // When
    Rungs rungs = Rungs.of(total, count);

    // Then
    assertThat(rungs.ends()).hasSizeBetween(1, count).doesNotHaveDuplicates().isSorted();
    assertThat(rungs.ends().getFirst()).isPositive();
    assertThat(rungs.ends().getLast()).isEqualTo(total);
  }

  @Property(tries = 2_000)
  void shouldNeedExactlyWhatTheDecisionAccepts(
      @ForAll @IntRange(min = 1, max = 60) int total,
      @ForAll @IntRange(min = 0, max = 60) int previousCorrect,
      @ForAll @IntRange(min = 0, max = 8) int accepted,
      @ForAll @DoubleRange(min = 0, max = 0.99) double draw,
      @ForAll @DoubleRange(min = 0.01, max = 64) double temperature,
      @ForAll @DoubleRange(min = 0, max = 1) double largestDrop) {
    // Given
    AggregateScore previous = new AggregateScore(Math.min(previousCorrect, total), total);
    SimulatedAnnealing rule = new SimulatedAnnealing(temperature, 2, largestDrop);

    // When
    long needed = rule.needed(previous, accepted, draw);

    // Then
    for (int correct = 0; correct <= total; correct++) {
      assertThat(
              rule.decide(previous, new AggregateScore(correct, total), accepted, draw)
                  .kind()
                  .accepts())
          .isEqualTo(correct * AggregateScore.ONE >= needed);
    }
  }

  @Property(tries = 2_000)
  void shouldNeedExactlyTheGradedScoreThatTheDecisionAccepts(
      @ForAll @IntRange(min = 1, max = 60) int total,
      @ForAll @DoubleRange(min = 0, max = 0.99) double previousScore,
      @ForAll @IntRange(min = 0, max = 8) int accepted,
      @ForAll @DoubleRange(min = 0, max = 0.99) double draw,
      @ForAll @DoubleRange(min = 0.01, max = 1) double temperature) {
    // Given
    AggregateScore previous =
        new AggregateScore(0, total, (long) (previousScore * total * AggregateScore.ONE));
    SimulatedAnnealing rule = new SimulatedAnnealing(temperature, 2, 0.3);

    // When
    long needed = rule.needed(previous, accepted, draw);

    // Then
    assertThat(accepts(rule, previous, needed, accepted, draw)).isTrue();
    assertThat(needed == 0 || !accepts(rule, previous, needed - 1, accepted, draw)).isTrue();
  }

  private static boolean accepts(
      SimulatedAnnealing rule, AggregateScore previous, long micros, int accepted, double draw) {
    AggregateScore candidate = new AggregateScore(0, previous.total(), micros);
    return rule.decide(previous, candidate, accepted, draw).kind().accepts();
  }

  @Test
  void shouldSayWhichGradedScoreWasOutOfReach() {
    // When
    StepDecision decision =
        new SimulatedAnnealing(0.05, 2, 0.3)
            .outOfReach(
                new AggregateScore(30, 50, 40_500_000),
                new AggregateScore(2, 13, 2_500_000),
                3,
                0.9);

    // Then
    assertThat(decision.reason())
        .isEqualTo("score 0.1923 on 13 so far: at most score 0.7900 on 50, needed 0.8093");
  }

  @Test
  void shouldSayWhatWasOutOfReach() {
    // When
    StepDecision decision =
        new SimulatedAnnealing(0.05, 2, 0.3)
            .outOfReach(new AggregateScore(40, 50), new AggregateScore(2, 13), 3, 0.9);

    // Then
    assertThat(decision.kind()).isEqualTo(DecisionKind.OUT_OF_REACH);
    assertThat(decision.reason()).isEqualTo("2 of 13 right so far: at most 39 of 50, needed 40");
    assertThat(decision.correct()).isEqualTo(2);
    assertThat(decision.evaluated()).isEqualTo(13);
    assertThat(decision.total()).isEqualTo(50);
    assertThat(decision.previousCorrect()).isEqualTo(40);
  }
}
