package io.dlpo.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.step.AggregateScore;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OscillationTest {

  @Property
  void shouldRecogniseASwingingSeries(
      @ForAll @IntRange(min = 10, max = 60) int low,
      @ForAll @IntRange(min = 5, max = 40) int size,
      @ForAll @IntRange(min = 5, max = 30) int length,
      @ForAll boolean upFirst) {
    // Given
    List<AggregateScore> series = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      series.add(new AggregateScore(low + ((i % 2 == 0) == upFirst ? 0 : size), 100));
    }

    // When / Then
    assertThat(Oscillation.in(series))
        .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(SignatureKind.OSCILLATION));
  }

  @Property
  void shouldNeverRecogniseAMonotoneOne(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 100) Integer> values,
      @ForAll boolean rising) {
    // Given
    List<Integer> sorted = values.stream().sorted().toList();

    // When / Then
    assertThat(Oscillation.in(tallies(rising ? sorted : sorted.reversed()))).isEmpty();
  }

  @Property
  void shouldNeverRecogniseMovementsBelowASwing(
      @ForAll @Size(max = 40) List<@IntRange(min = 50, max = 54) Integer> values) {
    assertThat(Oscillation.in(tallies(values))).isEmpty();
  }

  @Property
  void shouldNotDependOnWhatWasLongAgo(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 100) Integer> before,
      @ForAll @Size(8) List<@IntRange(min = 0, max = 100) Integer> last) {
    // Given
    List<Integer> all = new ArrayList<>(before);
    all.addAll(last);

    // When / Then
    assertThat(Oscillation.in(tallies(all))).isEqualTo(Oscillation.in(tallies(last)));
  }

  @Property
  void shouldSeeASeriesAndItsMirrorAlikeWhereItEndsAsItBegan(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 100) Integer> values) {
    // Given
    List<Integer> closed = new ArrayList<>(values);
    closed.add(values.getFirst());
    List<Integer> mirrored = closed.stream().map(value -> 100 - value).toList();

    // When / Then
    assertThat(Oscillation.in(tallies(mirrored)).isPresent())
        .isEqualTo(Oscillation.in(tallies(closed)).isPresent());
  }

  @Test
  void shouldNotTakeAClimbWithSetBacksForASwing() {
    assertThat(Oscillation.in(Tallies.of(30, 50, 44, 66, 60, 82, 76, 95))).isEmpty();
  }

  @Test
  void shouldNotTakeOnePromptThatAnnealingTookForASwing() {
    assertThat(Oscillation.in(Tallies.of(50, 60, 52, 60))).isEmpty();
  }

  @Test
  void shouldNotBeMisledByFloatingPoint() {
    // 0.65 - 0.6 is under 0.05 in floating point
    assertThat(Oscillation.in(Tallies.of(60, 65, 60, 65, 60))).isPresent();
    assertThat(Oscillation.in(Tallies.of(60, 64, 60, 64, 60))).isEmpty();
  }

  @Test
  void shouldNameTheFiguresAndWhatToChange() {
    assertThat(Oscillation.in(Tallies.of(62, 81, 65, 80, 66)))
        .hasValueSatisfying(
            found ->
                assertThat(found.warning())
                    .isEqualTo(
                        "Oscillation: accuracy swung 4 times between 0.62 and 0.81 over the last 5"
                            + " accepted prompts. Allow fewer edits a step"
                            + " (optimizer.learningRate.limit), or switch on optimizer.dropout or"
                            + " optimizer.momentum."));
  }

  @Test
  void shouldRecogniseNothingInTooShortASeries() {
    assertThat(Oscillation.in(List.of())).isEmpty();
    assertThat(Oscillation.in(Tallies.of(10, 90, 10, 90))).isEmpty();
  }

  private static List<AggregateScore> tallies(List<Integer> correct) {
    return Tallies.of(correct.toArray(Integer[]::new));
  }
}
