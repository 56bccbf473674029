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
import org.junit.jupiter.api.Test;

/** Reference values are those of SciPy 1.17. */
class SampleSummaryTest {

  @Test
  void shouldAgreeWithScipy() {
    // When
    SampleSummary summary = SampleSummary.of(Samples.FIRST);

    // Then
    assertThat(summary.count()).isEqualTo(5);
    assertThat(summary.mean()).isCloseTo(0.668, within(1e-12));
    assertThat(summary.deviation()).isCloseTo(0.09418067742376884, within(1e-12));
    assertThat(Objects.requireNonNull(summary.interval()).lower())
        .isCloseTo(0.5510592435164643, within(1e-9));
    assertThat(summary.interval().upper()).isCloseTo(0.7849407564835358, within(1e-9));
    assertThat(summary.median()).isEqualTo(0.66);
    assertThat(summary.least()).isEqualTo(0.55);
    assertThat(summary.most()).isEqualTo(0.80);
  }

  @Test
  void shouldNotMakeUpASpreadForASingleValue() {
    // When
    SampleSummary summary = SampleSummary.of(Sample.of(0.4));

    // Then
    assertThat(summary.mean()).isEqualTo(0.4);
    assertThat(summary.deviation()).isNull();
    assertThat(summary.interval()).isNull();
  }

  @Test
  void shouldTakeNoRoundingForASpread() {
    // Given values that only rounding tells apart
    Sample same = Sample.of(0.1 + 0.2, 0.3, 0.3);

    // Then
    assertThat(SampleSummary.of(same).deviation()).isZero();
  }

  @Test
  void shouldRefuseASampleWithoutValuesOrWithOneThatIsNoNumber() {
    assertThatThrownBy(() -> new Sample(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Sample.values is []", "1 or more finite numbers");
    assertThatThrownBy(() -> Sample.of(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Property
  void shouldHaveTheMeanWithinItsIntervalAndTheRange(
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 0, max = 1) Double> values) {
    // When
    SampleSummary summary = SampleSummary.of(new Sample(values));

    // Then
    Interval interval = Objects.requireNonNull(summary.interval());
    assertThat(summary.mean())
        .isBetween(summary.least() - 1e-12, summary.most() + 1e-12)
        .isBetween(interval.lower(), interval.upper());
  }
}
