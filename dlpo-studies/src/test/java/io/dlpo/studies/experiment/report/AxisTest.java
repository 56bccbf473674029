package io.dlpo.studies.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void shouldBeginAndEndWithAMarkAroundItsValues() {
    // When
    Axis axis = Axis.ofShares(DoubleStream.of(.63, .75), 100, 200);

    // Then
    assertThat(axis.least()).isCloseTo(.62, within(1e-9));
    assertThat(axis.most()).isCloseTo(.76, within(1e-9));
    assertThat(axis.at(axis.least())).isEqualTo(100);
    assertThat(axis.at(axis.most())).isEqualTo(200);
    assertThat(axis.marks()).hasSize(8);
  }

  @Test
  void shouldGoDownwardsWhereItsEndIsAbove() {
    assertThat(Axis.ofShares(DoubleStream.of(0, 1), 200, 100).at(.25)).isEqualTo(175);
  }

  @Test
  void shouldHoldOutWithOneValueOrNone() {
    assertThat(Axis.ofShares(DoubleStream.of(1), 0, 10).at(1)).isBetween(0.0, 10.0);
    assertThat(Axis.ofShares(DoubleStream.empty(), 0, 10).marks()).isNotEmpty();
    assertThat(Axis.ofCounts(0, 0, 10).at(0)).isZero();
  }

  @Test
  void shouldKeepValuesBeyondItAtItsEnds() {
    // An interval of Student's may reach beyond 1.
    Axis axis = Axis.ofShares(DoubleStream.of(.9, 1.2), 0, 10);

    assertThat(axis.most()).isEqualTo(1);
    assertThat(axis.at(1.2)).isEqualTo(10);
  }

  @Property
  void shouldPlaceEveryShareBetweenItsEnds(
      @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = 0, max = 1) Double> values) {
    // When
    Axis axis = Axis.ofShares(values.stream().mapToDouble(Double::doubleValue), 0, 100);

    // Then
    assertThat(axis.marks()).hasSizeBetween(2, 11);
    assertThat(values)
        .allSatisfy(value -> assertThat(value).isBetween(axis.least() - 1e-9, axis.most() + 1e-9));
  }

  @Property
  void shouldMarkStepsWithWholeNumbers(@ForAll @IntRange(min = 1, max = 1000) int steps) {
    assertThat(Axis.ofCounts(steps, 0, 100).marks())
        .hasSizeLessThanOrEqualTo(11)
        .allMatch(mark -> mark == Math.rint(mark) && mark <= steps);
  }
}
