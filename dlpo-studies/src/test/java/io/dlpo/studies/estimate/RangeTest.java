package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RangeTest {

  @Test
  void shouldHaveATenthUnderItAndATenthOverIt() {
    // When
    Range range = Range.of(IntStream.rangeClosed(0, 100).mapToDouble(i -> 100 - i).toArray());

    // Then
    assertThat(range).isEqualTo(new Range(50, 10, 90));
  }

  @Test
  void shouldBeAPointForASingleValue() {
    assertThat(Range.of(new double[] {7})).isEqualTo(new Range(7, 7, 7));
  }

  @Property
  void shouldLieWithinTheValues(
      @ForAll @Size(min = 1, max = 50) double @DoubleRange(max = 1_000) [] values) {
    // When
    Range range = Range.of(values);

    // Then
    assertThat(range.low()).isLessThanOrEqualTo(range.high());
    assertThat(values).contains(range.low(), range.high());
  }

  @Test
  void shouldRefuseToBeUpsideDown() {
    assertThatThrownBy(() -> new Range(1, 3, 2))
        .hasMessage("Range is 3.0 to 2.0; low must not be over high");
  }
}
