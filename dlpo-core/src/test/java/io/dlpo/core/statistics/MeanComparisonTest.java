package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values are those of SciPy's ttest_rel and ttest_ind. */
class MeanComparisonTest {

  private static final Offset<Double> CLOSE = within(1e-8);

  @Test
  void shouldComparePairsAsScipyDoes() {
    // When
    MeanComparison comparison = MeanComparison.paired(Samples.FIRST, Samples.SECOND);

    // Then
    assertThat(comparison.difference()).isCloseTo(0.068, CLOSE);
    assertThat(comparison.test().statistic()).isCloseTo(2.6389117874015318, CLOSE);
    assertThat(comparison.test().p()).isCloseTo(0.057645948535499085, CLOSE);
    Interval interval = Objects.requireNonNull(comparison.interval());
    assertThat(interval.lower()).isCloseTo(-0.0035439856894022015, CLOSE);
    assertThat(interval.upper()).isCloseTo(0.13954398568940218, CLOSE);
  }

  @Test
  void shouldCompareUnpairedSamplesAsScipyDoes() {
    // When
    MeanComparison comparison = MeanComparison.unpaired(Samples.FIRST, Samples.SECOND);

    // Then
    assertThat(comparison.test().statistic()).isCloseTo(1.4497648712181497, CLOSE);
    assertThat(comparison.test().p()).isCloseTo(0.19881800109935296, CLOSE);
    Interval interval = Objects.requireNonNull(comparison.interval());
    assertThat(interval.lower()).isCloseTo(-0.04765455472452215, CLOSE);
    assertThat(interval.upper()).isCloseTo(0.18365455472452205, CLOSE);
  }

  @Test
  void shouldFindNothingWhereNothingDiffers() {
    assertThat(MeanComparison.paired(Samples.FIRST, Samples.FIRST).test().p()).isEqualTo(1.0);
    assertThat(MeanComparison.unpaired(Sample.of(1, 1), Sample.of(1, 1, 1)).test().p())
        .isEqualTo(1.0);
  }

  @Test
  void shouldLeaveOpenWhatADifferenceWithoutSpreadMeans() {
    // Given differences of .1 each, which floating point makes unequal
    Sample first = Sample.of(.1, .2, .3);
    Sample second = Sample.of(.2, .3, .4);

    // When
    MeanComparison comparison = MeanComparison.paired(first, second);

    // Then
    assertThat(comparison.difference()).isCloseTo(.1, CLOSE);
    assertThat(comparison.interval()).isNull();
    assertThat(comparison.test().p()).isNull();
  }

  @Test
  void shouldLeaveOpenWhatSingleValuesMean() {
    assertThat(MeanComparison.paired(Sample.of(.1), Sample.of(.9)).test().p()).isNull();
    assertThat(MeanComparison.unpaired(Sample.of(.1), Sample.of(.9, .8)).test().p()).isNull();
  }

  @Test
  void shouldPairOnlySamplesOfTheSameSize() {
    assertThatThrownBy(() -> MeanComparison.paired(Samples.FIRST, Sample.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the sizes of paired samples are 1 and 5", "5");
  }

  @Property
  void shouldTurnRoundWithItsSamples(
      @ForAll @Size(5) List<@DoubleRange(min = 0, max = 1) Double> one,
      @ForAll @Size(5) List<@DoubleRange(min = 0, max = 1) Double> other) {
    // When
    MeanComparison there = MeanComparison.paired(new Sample(one), new Sample(other));
    MeanComparison back = MeanComparison.paired(new Sample(other), new Sample(one));

    // Then
    assertThat(there.difference()).isCloseTo(-back.difference(), within(1e-9));
    assertThat(there.test().p() == null).isEqualTo(back.test().p() == null);
    if (there.test().p() != null) {
      assertThat(there.test().p()).isCloseTo(Objects.requireNonNull(back.test().p()), CLOSE);
    }
  }

  @Property
  void shouldFindADifferenceExactlyWhenItsIntervalLeavesZeroOut(
      @ForAll @Size(6) List<@DoubleRange(min = 0, max = 1) Double> one,
      @ForAll @Size(6) List<@DoubleRange(min = 0, max = 1) Double> other) {
    // When
    MeanComparison comparison = MeanComparison.paired(new Sample(one), new Sample(other));

    // Then
    Interval interval = comparison.interval();
    Double p = comparison.test().p();
    if (interval != null && p != null && Math.abs(p - 0.05) > 1e-6) {
      boolean zeroIsOut = interval.lower() > 0 || interval.upper() < 0;
      assertThat(p < 0.05).isEqualTo(zeroIsOut);
    }
  }
}
