package io.dlpo.core.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.technique.LearningRateDecay.Schedule;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LearningRateDecayTest {

  private static final LearningRateDecay LINEAR = new LearningRateDecay(Schedule.LINEAR, 0.9);
  private static final LearningRateDecay EXPONENTIAL =
      new LearningRateDecay(Schedule.EXPONENTIAL, 0.5);
  private static final LearningRateDecay COSINE = new LearningRateDecay(Schedule.COSINE, 0.9);

  @Test
  void shouldFallByOneWithEachAcceptedStepDownToOne() {
    // When
    List<Integer> rates = rates(LINEAR, 30, 32, 40);

    // Then
    assertThat(rates).startsWith(30, 29, 28, 27).endsWith(2, 1, 1, 1, 1).hasSize(33);
  }

  @Test
  void shouldFallByAFactor() {
    assertThat(rates(EXPONENTIAL, 8, 5, 10)).containsExactly(8, 4, 2, 1, 1, 1);
  }

  @Test
  void shouldFallAlongACosineToOneAtTheLastStep() {
    assertThat(rates(COSINE, 9, 4, 4)).containsExactly(9, 8, 5, 2, 1);
  }

  @Test
  void shouldLowerTheLimitOfTheStepAndNotChangeItOnRejection() {
    // Given
    TextualLearningRate rate = new TextualLearningRate(5);

    // When
    UpdatePlan third = Plans.of(3, new StepView(1, 3, 10, 2, List.of(), List.of()), rate, LINEAR);
    UpdatePlan afterRejections =
        Plans.of(3, new StepView(1, 9, 10, 2, List.of(), List.of()), rate, LINEAR);

    // Then
    assertThat(third.limit()).isEqualTo(3);
    assertThat(afterRejections.limit()).isEqualTo(3);
    assertThat(third.techniques()).containsExactly("learningRate", "learningRateDecay");
  }

  @Test
  void shouldNotActWithoutARate() {
    // When
    UpdatePlan plan = Plans.of(3, Plans.after(2), LINEAR);

    // Then
    assertThat(plan.limit()).isNull();
    assertThat(plan.techniques()).isEmpty();
    assertThatThrownBy(() -> new TechniqueSettings(null, LINEAR, null, null, null, null))
        .hasMessageContaining("optimizer.learningRate.limit is missing");
  }

  @Property
  void shouldStayBetweenOneAndTheFirstRateAndNeverRise(
      @ForAll Schedule schedule,
      @ForAll @IntRange(min = 1, max = 50) int rate,
      @ForAll @IntRange(min = 1, max = 60) int steps) {
    // When
    List<Integer> rates = rates(new LearningRateDecay(schedule, 0.8), rate, steps, steps);

    // Then
    assertThat(rates.getFirst()).isEqualTo(rate);
    assertThat(rates).isSortedAccordingTo((a, b) -> b - a).allMatch(one -> one >= 1);
  }

  private static List<Integer> rates(LearningRateDecay decay, int rate, int accepted, int steps) {
    return IntStream.rangeClosed(0, accepted).mapToObj(k -> decay.after(rate, k, steps)).toList();
  }
}
