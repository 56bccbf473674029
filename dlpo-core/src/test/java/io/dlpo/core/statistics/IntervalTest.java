package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, .2775",
    "8, 10, .4902, .9433",
    "10, 10, .7225, 1",
    "75, 150, .4209, .5791"
  })
  void shouldGiveWilsonIntervals(int correct, int total, double lower, double upper) {
    // When
    Interval interval = Interval.wilson(correct, total);

    // Then
    assertThat(interval.lower()).isCloseTo(lower, within(.0001));
    assertThat(interval.upper()).isCloseTo(upper, within(.0001));
  }
}
