package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.BbhFiles;
import io.dlpo.simulator.BbhFiles.Case;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Student and teacher together: a simple hill climb improves the prompt, whatever the order of
 * examples.
 */
class ClimbTest {

  private static final int ORDERS = 8;

  @ParameterizedTest
  @MethodSource("io.dlpo.simulator.BbhFiles#tasks")
  void shouldLeadFromAPoorPromptToAGoodOne(String task) {
    // Given
    List<Case> cases = BbhFiles.read(task);

    // When
    double[] reached =
        orders()
            .mapToDouble(seed -> new Climb(cases, seed, Teaching.STEP_BY_STEP).steps(10).accuracy())
            .toArray();

    // Then
    assertThat(DoubleStream.of(reached).average().orElseThrow()).isGreaterThanOrEqualTo(0.85);
    assertThat(DoubleStream.of(reached).filter(value -> value >= 0.85).count())
        .isGreaterThanOrEqualTo(ORDERS - 2);
  }

  @Test
  void shouldNeedMoreThanOneStepAndARefusalNowAndThen() {
    // Given
    List<Case> cases = BbhFiles.read("object_counting");

    // When
    double afterOne = mean(cases, 1, Teaching.STEP_BY_STEP);
    double afterTen = mean(cases, 10, Teaching.STEP_BY_STEP);

    // Then
    assertThat(afterOne).isBetween(0.4, 0.8);
    assertThat(afterTen).isGreaterThan(afterOne + 0.1);
    assertThat(
            orders()
                .map(seed -> new Climb(cases, seed, Teaching.STEP_BY_STEP).steps(10).rejected())
                .sum())
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource("io.dlpo.simulator.BbhFiles#tasks")
  void shouldAlsoGetBetterByOneRequestForThreeCandidates(String task) {
    // Given
    List<Case> cases = BbhFiles.read(task);

    // When
    double before = mean(cases, 0, Teaching.AT_ONCE);
    double afterTen = mean(cases, 10, Teaching.AT_ONCE);

    // Then
    assertThat(afterTen).isGreaterThan(before + 0.1).isGreaterThanOrEqualTo(0.85);
  }

  private static double mean(List<Case> cases, int steps, Teaching teaching) {
    return orders()
        .mapToDouble(seed -> new Climb(cases, seed, teaching).steps(steps).accuracy())
        .average()
        .orElseThrow();
  }

  private static LongStream orders() {
    return LongStream.range(0, ORDERS);
  }
}
