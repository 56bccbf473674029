package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Offset<Double> CLOSE = within(1e-7);

  @Test
  void shouldGiveNewcombesPublishedInterval() {
    // Given the example of Newcombe 1998, with the sides exchanged
    Agreement agreement = new Agreement(36, 2, 12, 0);

    // Then
    assertThat(agreement.difference()).isEqualTo(.2);
    assertThat(agreement.interval().lower()).isCloseTo(0.0569295840, CLOSE);
    assertThat(agreement.interval().upper()).isCloseTo(0.3404276030, CLOSE);
  }

  @Test
  void shouldCorrectTheCorrelationForContinuity() {
    // When
    Interval interval = new Agreement(20, 2, 12, 16).interval();

    // Then
    assertThat(interval.lower()).isCloseTo(0.0561564248, CLOSE);
    assertThat(interval.upper()).isCloseTo(0.3292069954, CLOSE);
  }

  @Test
  void shouldHoldWhereOneHasEverythingRight() {
    // When
    Interval all = new Agreement(0, 0, 50, 0).interval();
    Interval none = new Agreement(50, 0, 0, 0).interval();

    // Then
    assertThat(all.lower()).isBetween(.85, .95);
    assertThat(all.upper()).isEqualTo(1);
    assertThat(none.lower()).isNegative();
    assertThat(none.upper()).isPositive();
  }

  @Test
  void shouldCoverTheTrueDifferenceNineteenTimesInTwenty() {
    // Given
    SplittableRandom random = new SplittableRandom(3);
    int rounds = 3000;
    int covered = 0;

    // When
    for (int round = 0; round < rounds; round++) {
      Interval interval = drawn(random, 100).interval();
      covered += interval.lower() <= .15 && .15 <= interval.upper() ? 1 : 0;
    }

    // Then
    assertThat((double) covered / rounds).isBetween(.935, .975);
  }

  /** Examples of which a share of .25 falls to the second only, and .10 to the first only. */
  private static Agreement drawn(SplittableRandom random, int size) {
    int[] cells = new int[4];
    for (int i = 0; i < size; i++) {
      double u = random.nextDouble();
      cells[u < .45 ? 0 : u < .55 ? 1 : u < .80 ? 2 : 3]++;
    }
    return new Agreement(cells[0], cells[1], cells[2], cells[3]);
  }

  @Test
  void shouldRefuseNoExamples() {
    assertThatThrownBy(() -> new Agreement(0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 example or more in total");
  }

  @Property
  void shouldHoldTheDifferenceAndMirrorItself(
      @ForAll @IntRange(max = 150) int both,
      @ForAll @IntRange(max = 150) int one,
      @ForAll @IntRange(max = 150) int other,
      @ForAll @IntRange(max = 150) int neither) {
    Assume.that(both + one + other + neither > 0);

    // When
    Agreement agreement = new Agreement(both, one, other, neither);
    Interval mirrored = new Agreement(both, other, one, neither).interval();

    // Then
    Interval interval = agreement.interval();
    assertThat(agreement.difference())
        .isBetween(interval.lower() - 1e-12, interval.upper() + 1e-12);
    assertThat(interval.lower()).isGreaterThanOrEqualTo(-1).isCloseTo(-mirrored.upper(), CLOSE);
    assertThat(interval.upper()).isLessThanOrEqualTo(1).isCloseTo(-mirrored.lower(), CLOSE);
  }
}
