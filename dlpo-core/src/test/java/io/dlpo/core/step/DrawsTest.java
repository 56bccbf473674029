package io.dlpo.core.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawsTest {

  @Test
  void shouldDrawTheSameForEver() {
    // When
    Draws draws = Draws.of(42, 3, "batch", 1);

    // Then: worked out by a second implementation; a change changes every run's trajectory
    assertThat(draws.sample(50, 5)).containsExactly(39, 42, 5, 22, 26);
    assertThat(draws.uniform()).isEqualTo(0.546819336172222);
  }

  @Test
  void shouldDependOnSeedStepPurposeAndIndexAlone() {
    // Given
    List<Integer> drawn = Draws.of(42, 3, "batch", 1).sample(1_000, 10);

    // When / Then
    assertThat(Draws.of(42, 3, "batch", 1).sample(1_000, 10)).isEqualTo(drawn);
    assertThat(Draws.of(43, 3, "batch", 1).sample(1_000, 10)).isNotEqualTo(drawn);
    assertThat(Draws.of(42, 4, "batch", 1).sample(1_000, 10)).isNotEqualTo(drawn);
    assertThat(Draws.of(42, 3, "other", 1).sample(1_000, 10)).isNotEqualTo(drawn);
    assertThat(Draws.of(42, 3, "batch", 2).sample(1_000, 10)).isNotEqualTo(drawn);
  }

  @Property
  void shouldDrawDistinctNumbersInRange(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int size) {
    // When
    List<Integer> all = Draws.of(seed, 1, "batch", 0).sample(size, size);

    // Then
    assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(0, size).boxed().toList());
  }

  @Test
  void shouldDrawEveryNumberEquallyOften() {
    // When
    int[] counts = new int[10];
    for (int step = 0; step < 10_000; step++) {
      Draws.of(1, step, "batch", 0).sample(10, 3).forEach(number -> counts[number]++);
    }

    // Then
    for (int count : counts) {
      assertThat(count / 10_000.0).isCloseTo(0.3, within(0.02));
    }
  }

  @Test
  void shouldDrawUniformlyFromTheUnitInterval() {
    // When
    double[] draws =
        IntStream.range(0, 10_000)
            .mapToDouble(step -> Draws.of(5, step, "annealing", 0).uniform())
            .toArray();

    // Then
    assertThat(Arrays.stream(draws).allMatch(u -> u >= 0 && u < 1)).isTrue();
    assertThat(Arrays.stream(draws).average()).hasValueCloseTo(0.5, within(0.015));
  }

  @Test
  void shouldRefuseToDrawMoreThanThereAre() {
    assertThatThrownBy(() -> Draws.of(1, 1, "batch", 0).sample(3, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count is 4; must be 0 to 3");
  }
}
