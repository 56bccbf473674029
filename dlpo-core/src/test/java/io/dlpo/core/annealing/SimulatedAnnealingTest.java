package io.dlpo.core.annealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Draws;
import io.dlpo.core.step.StepDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedAnnealingTest {

  private static final SimulatedAnnealing REFERENCE = new SimulatedAnnealing(64, 2, 0.3);

  @ParameterizedTest
  @CsvSource({"10, .25, .6703, .0155", "5, .0625, .4493, .0164", "20, .125, .2019, .0133"})
  void shouldAcceptWorsePromptsAsOftenAsTheFormulaSays(
      int drop, double temperature, double share, double tolerance) {
    // Given
    SimulatedAnnealing annealing = new SimulatedAnnealing(temperature, 1, 0.3);

    // When
    long accepted =
        IntStream.range(0, 10_000)
            .mapToDouble(i -> Draws.of(7, i, SimulatedAnnealing.NAME, 0).uniform())
            .filter(u -> decide(annealing, 60, 60 - drop, 100, 0, u).kind().accepts())
            .count();

    // Then
    assertThat(accepted / 10_000.0).isCloseTo(share, within(tolerance));
  }

  @Test
  void shouldCoolOnAcceptedStepsOnly() {
    // Given: accept, accept, reject, accept
    boolean[] accepts = {true, true, false, true};
    List<Double> temperatures = new ArrayList<>();
    int accepted = 0;

    // When
    for (boolean accept : accepts) {
      StepDecision decision = decide(REFERENCE, 50, accept ? 50 : 10, 100, accepted, 0.5);
      temperatures.add(decision.temperature());
      accepted += decision.kind().accepts() ? 1 : 0;
    }

    // Then
    assertThat(temperatures).containsExactly(64.0, 32.0, 16.0, 16.0);
    assertThat(REFERENCE.temperatureAfter(accepted)).isEqualTo(8.0);
  }

  @ParameterizedTest
  @CsvSource({"64, .998", "1, .905", ".25, .670"})
  void shouldGiveTheKnownProbabilities(double temperature, double probability) {
    // When
    StepDecision decision = decide(new SimulatedAnnealing(temperature, 2, 0.3), 5, 4, 10, 0, 0.5);

    // Then
    assertThat(decision.probability()).isCloseTo(probability, within(.0005));
  }

  @Test
  void shouldCompareTheLargestDropOnCounts() {
    // When
    StepDecision atLimit = decide(REFERENCE, 8, 5, 10, 0, 0.5);
    StepDecision over = decide(REFERENCE, 8, 4, 10, 0, 0);

    // Then
    assertThat(0.8 - 0.5).isGreaterThan(0.3);
    assertThat(atLimit.kind()).isEqualTo(DecisionKind.WORSE_BUT_DRAWN);
    assertThat(over.kind()).isEqualTo(DecisionKind.FAR_WORSE);
    assertThat(over.probability()).isZero();
  }

  @Property
  void shouldAlwaysAcceptWhatIsNoWorse(
      @ForAll @IntRange(max = 50) int previous,
      @ForAll @IntRange(max = 50) int gain,
      @ForAll @IntRange(max = 2_000) int accepted,
      @ForAll @DoubleRange(max = 0.99) double draw) {
    // When
    StepDecision decision = decide(REFERENCE, previous, previous + gain, 100, accepted, draw);

    // Then
    assertThat(decision.kind()).isEqualTo(DecisionKind.NOT_WORSE);
    assertThat(decision.probability()).isEqualTo(1);
  }

  @Property
  void shouldNeverAcceptADropOverTheLimit(
      @ForAll @IntRange(min = 31, max = 100) int drop,
      @ForAll @DoubleRange(max = 0.99) double draw) {
    // When
    StepDecision decision = decide(REFERENCE, 100, 100 - drop, 100, 0, draw);

    // Then
    assertThat(decision.kind().accepts()).isFalse();
  }

  @Test
  void shouldNotAcceptAWorsePromptWhenAllWarmthIsGone() {
    // When
    StepDecision decision = decide(REFERENCE, 50, 49, 100, 5_000, 0.0001);

    // Then
    assertThat(decision.kind()).isEqualTo(DecisionKind.WORSE);
    assertThat(decision.probability()).isZero();
  }

  @Test
  void shouldSayTheFiguresInWords() {
    // When
    StepDecision decision = decide(REFERENCE, 38, 41, 50, 0, 0.5);

    // Then
    assertThat(decision.reason()).isEqualTo("41 of 50 right, before 38");
    assertThat(decision.previousCorrect()).isEqualTo(38);
    assertThat(decision.correct()).isEqualTo(41);
    assertThat(decision.evaluated()).isEqualTo(50);
    assertThat(decision.draw()).isEqualTo(0.5);
  }

  @Test
  void shouldRefuseScoresOnDifferentExamples() {
    assertThatThrownBy(
            () -> REFERENCE.decide(new AggregateScore(1, 2), new AggregateScore(1, 3), 0, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it must be scored on 2");
  }

  private static StepDecision decide(
      SimulatedAnnealing annealing, int previous, int correct, int total, int accepted, double u) {
    return annealing.decide(
        new AggregateScore(previous, total), new AggregateScore(correct, total), accepted, u);
  }
}
