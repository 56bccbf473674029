package io.dlpo.studies.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.statistics.Interval;
import org.junit.jupiter.api.Test;

class NumberFormatsTest {

  @Test
  void shouldClipIntervalsToThePossibleRange() {
    assertThat(NumberFormats.percents(new Interval(-.1, 1.02))).isEqualTo("0.0 to 100.0");
    assertThat(NumberFormats.percents(new Interval(.551, .785))).isEqualTo("55.1 to 78.5");
    assertThat(NumberFormats.points(new Interval(-1.2, .14))).isEqualTo("-100.0 to +14.0");
  }

  @Test
  void shouldShowADashForWhatIsUnknown() {
    assertThat(NumberFormats.percent(null)).isEqualTo("–");
    assertThat(NumberFormats.percents(null)).isEqualTo("–");
    assertThat(NumberFormats.amount(null)).isEqualTo("–");
    assertThat(NumberFormats.probability(null)).isEqualTo("–");
  }

  @Test
  void shouldRoundNumbersForReaders() {
    assertThat(NumberFormats.amount(1234.6)).isEqualTo("1,235");
    assertThat(NumberFormats.probability(0.0004)).isEqualTo("< 0.001");
    assertThat(NumberFormats.statistic(2.345)).isEqualTo("2.35");
  }
}
