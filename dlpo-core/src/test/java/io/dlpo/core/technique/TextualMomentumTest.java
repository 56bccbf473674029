package io.dlpo.core.technique;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextualMomentumTest {

  @Test
  void shouldShowTheLastAcceptedGradientsNewestFirstWithFallingWeights() {
    // When
    UpdatePlan plan = Plans.of(1, Plans.after(4, "a", "b", "c", "d"), new TextualMomentum(3, 0.5));

    // Then
    assertThat(plan.earlier())
        .containsExactly(
            new WeightedGradient("d", 0.5),
            new WeightedGradient("c", 0.25),
            new WeightedGradient("b", 0.125));
    assertThat(plan.techniques()).containsExactly("momentum");
  }

  @Property
  void shouldShowExactlyTheLastOnesUpToItsWindow(
      @ForAll @IntRange(min = 0, max = 20) int accepted,
      @ForAll @IntRange(min = 1, max = 10) int window) {
    // Given
    List<String> gradients = IntStream.range(0, accepted).mapToObj(i -> "g" + i).toList();

    // When
    UpdatePlan plan =
        Plans.of(
            1,
            Plans.after(accepted, gradients.toArray(String[]::new)),
            new TextualMomentum(window, 1));

    // Then
    assertThat(plan.earlier())
        .extracting(WeightedGradient::text)
        .containsExactlyElementsOf(
            gradients.subList(Math.max(0, accepted - window), accepted).reversed());
  }

  @Test
  void shouldNotActBeforeTheFirstAcceptedStepNorWhenItIsOff() {
    // Then
    assertThat(Plans.of(1, Plans.after(0), TextualMomentum.DEFAULT).techniques()).isEmpty();
    assertThat(Plans.of(1, Plans.after(2, "a", "b")).earlier()).isEmpty();
  }
}
