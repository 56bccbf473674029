package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairedPermutationTest {

  @Test
  void shouldCountEveryCombinationOfFewDifferences() {
    assertThat(PairedPermutation.test(Samples.SECOND.minus(Samples.FIRST), 1))
        .as("SciPy's permutation_test")
        .isEqualTo(0.125);
    assertThat(PairedPermutation.test(Sample.of(.1, .2, .3), 1)).isEqualTo(.25);
    assertThat(PairedPermutation.test(Sample.of(0, 0), 1)).isEqualTo(1);
  }

  @Test
  void shouldTakeSumsThatOnlyRoundingTellsApartForEqual() {
    assertThat(PairedPermutation.test(Sample.of(.1, .2, -.3, .3), 1))
        .isEqualTo(PairedPermutation.test(Sample.of(1, 2, -3, 3), 1));
  }

  @Test
  void shouldDrawTheSameAnswerForManyDifferencesEachTime() {
    // Given
    Sample many = shifted(.08);

    // When
    double p = PairedPermutation.test(many, 5);

    // Then
    assertThat(PairedPermutation.test(many, 5)).isEqualTo(p);
    assertThat(PairedPermutation.test(many, 6)).isCloseTo(p, within(.01));
    Double byStudent =
        MeanComparison.paired(new Sample(Collections.nCopies(many.size(), 0.0)), many).test().p();
    assertThat(p).isCloseTo(byStudent, within(.02));
  }

  @Test
  void shouldNeverCallAnythingImpossible() {
    assertThat(PairedPermutation.test(shifted(5), 1)).isEqualTo(1 / 20_000.0);
  }

  private static Sample shifted(double shift) {
    SplittableRandom random = new SplittableRandom(11);
    return new Sample(random.doubles(100).map(value -> value - .5 + shift).boxed().toList());
  }

  @Property(tries = 200)
  void shouldNotMindTheSide(
      @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -1, max = 1) Double> differences) {
    // Given
    Sample turned = new Sample(differences.stream().map(value -> -value).toList());

    // Then
    assertThat(PairedPermutation.test(new Sample(differences), 1))
        .isEqualTo(PairedPermutation.test(turned, 1))
        .isGreaterThan(0);
  }
}
