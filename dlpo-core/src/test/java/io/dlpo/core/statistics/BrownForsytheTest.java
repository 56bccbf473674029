package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Reference values are those of SciPy's levene with center='median'. */
class BrownForsytheTest {

  @Test
  void shouldCompareTwoAndThreeSpreadsAsScipyDoes() {
    // When
    TestResult two = BrownForsythe.test(List.of(Samples.FIRST, Samples.WIDE));
    TestResult three = BrownForsythe.test(List.of(Samples.FIRST, Samples.SECOND, Samples.WIDE));

    // Then
    assertThat(two.statistic()).isCloseTo(3.8525028658769567, within(1e-9));
    assertThat(two.p()).isCloseTo(0.08529076341428066, within(1e-9));
    assertThat(three.statistic()).isCloseTo(4.8187265917602975, within(1e-9));
    assertThat(three.p()).isCloseTo(0.029097161799266344, within(1e-9));
  }

  @Test
  void shouldFindNothingWhereNothingSpreadsOrAllSpreadAlike() {
    assertThat(BrownForsythe.test(List.of(Sample.of(1, 1), Sample.of(2, 2))).p()).isEqualTo(1.0);
    assertThat(BrownForsythe.test(List.of(Sample.of(.6, .7), Sample.of(.7, .8))).p())
        .isEqualTo(1.0);
  }

  @Test
  void shouldLeaveOpenWhatItCannotKnow() {
    assertThat(BrownForsythe.test(List.of(Sample.of(1, 2), Sample.of(1))).p()).isNull();
    assertThat(BrownForsythe.test(List.of(Sample.of(1, 3), Sample.of(1, 9))).p()).isNull();
  }

  @Test
  void shouldNeedTwoSamples() {
    assertThatThrownBy(() -> BrownForsythe.test(List.of(Samples.FIRST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 samples; must have 2 or more");
  }

  @Property
  void shouldNotMindWhereTheSamplesLie(
      @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = 0, max = 1) Double> one,
      @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = 0, max = 1) Double> other) {
    // Given
    Sample moved = new Sample(other.stream().map(value -> value + 5).toList());

    // When
    TestResult here = BrownForsythe.test(List.of(new Sample(one), new Sample(other)));
    TestResult there = BrownForsythe.test(List.of(new Sample(one), moved));

    // Then
    if (here.p() != null && there.p() != null) {
      assertThat(there.p()).isCloseTo(here.p(), within(1e-5));
    }
  }
}
