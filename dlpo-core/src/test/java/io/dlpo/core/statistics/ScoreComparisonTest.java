package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.core.statistics.ScoreComparison.Method;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoreComparisonTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void shouldCompareRightAndWrongByMcNemar() {
    // Given
    Sample baseline = Sample.of(1, 0, 0, 0, 0, 0, 0, 1);
    Sample best = Sample.of(1, 1, 1, 1, 1, 1, 1, 0);

    // When
    ScoreComparison comparison = ScoreComparison.of(baseline, best);

    // Then
    assertThat(comparison.method()).isEqualTo(Method.MCNEMAR_EXACT);
    assertThat(comparison.agreement()).isEqualTo(new Agreement(1, 1, 6, 0));
    assertThat(comparison.difference()).isEqualTo(5 / 8.0);
    assertThat(comparison.p()).isCloseTo(0.125, CLOSE);
    assertThat(Objects.requireNonNull(comparison.interval()).upper()).isGreaterThan(5 / 8.0);
  }

  @Test
  void shouldCompareGradedScoresByPermutation() {
    // Given
    Sample baseline = Sample.of(0, .25, .5, .6, .1, .2);
    Sample best = Sample.of(.5, .5, .5, .5, .4, .5);

    // When
    ScoreComparison comparison = ScoreComparison.of(baseline, best);

    // Then
    assertThat(comparison.method()).isEqualTo(Method.PAIRED_PERMUTATION);
    assertThat(comparison.agreement()).isNull();
    assertThat(comparison.p()).as("SciPy's permutation_test").isCloseTo(0.125, CLOSE);
    assertThat(comparison.difference()).isCloseTo(1.25 / 6, CLOSE);
  }

  @Test
  void shouldFindNothingBetweenAPromptAndItself() {
    // When
    ScoreComparison comparison = ScoreComparison.of(Sample.of(1, 0, 1), Sample.of(1, 0, 1));

    // Then
    assertThat(comparison.difference()).isZero();
    assertThat(comparison.p()).isEqualTo(1.0);
  }

  @Test
  void shouldNeedTheSameExamples() {
    assertThatThrownBy(() -> ScoreComparison.of(Sample.of(1), Sample.of(1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
