package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class McNemarTest {

  @Test
  void shouldAgreeWithScipysBinomialTest() {
    assertThat(McNemar.exact(3, 12)).isCloseTo(0.03515625, within(1e-12));
    assertThat(McNemar.exact(0, 6)).isCloseTo(0.03125, within(1e-12));
  }

  @Test
  void shouldFindNothingInATieOrInNothing() {
    assertThat(McNemar.exact(0, 0)).isEqualTo(1);
    assertThat(McNemar.exact(7, 7)).isEqualTo(1);
  }

  @Test
  void shouldRefuseNegativeCounts() {
    assertThatThrownBy(() -> McNemar.exact(-1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 and 3");
  }

  @Property
  void shouldNotMindWhichIsWhich(
      @ForAll @IntRange(max = 200) int one, @ForAll @IntRange(max = 200) int other) {
    assertThat(McNemar.exact(one, other))
        .isEqualTo(McNemar.exact(other, one))
        .isGreaterThan(0)
        .isLessThanOrEqualTo(1);
  }
}
