package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.core.step.Draws;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Property(tries = 30)
  void shouldHaveTheMean(
      @ForAll @DoubleRange(min = 0.02, max = 0.98) double mean,
      @ForAll @IntRange(max = 1_000) int number) {
    assertThat(drawn(mean, number).average().orElseThrow()).isCloseTo(mean, within(0.03));
  }

  @Property(tries = 30)
  void shouldStayAShare(
      @ForAll @DoubleRange(max = 1) double mean, @ForAll @IntRange(max = 1_000) int number) {
    assertThat(drawn(mean, number).allMatch(share -> share >= 0 && share <= 1)).isTrue();
  }

  @Test
  void shouldBeWhatIsCertain() {
    assertThat(drawn(0, 1).allMatch(share -> share == 0)).isTrue();
    assertThat(drawn(1, 1).allMatch(share -> share == 1)).isTrue();
  }

  @Test
  void shouldDrawOnceWhateverTheMeanIs() {
    // Given
    Draws one = Draws.of(1, 0, "test", 0);
    Draws other = Draws.of(1, 0, "test", 0);

    // When
    Spread.around(0, one);
    Spread.around(0.7, other);

    // Then
    assertThat(one.uniform()).isEqualTo(other.uniform());
  }

  private static DoubleStream drawn(double mean, int number) {
    Draws draws = Draws.of(1, 0, "test", number);
    return DoubleStream.generate(() -> Spread.around(mean, draws)).limit(5_000);
  }
}
