package io.dlpo.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Draws;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverfittingTest {

  @ParameterizedTest
  @CsvSource({
    "48, 50, 30, 50, true",
    "50, 50, 40, 50, true",
    "20, 20, 9, 20, true",
    "19, 19, 1, 50, false",
    "90, 100, 80, 100, false",
    "950, 1000, 860, 1000, false",
    "950, 1000, 850, 1000, true",
    "45, 50, 40, 50, false",
    "30, 50, 48, 50, false"
  })
  void shouldAskForALargeAndCertainDifference(
      int fit, int fitTotal, int held, int heldTotal, boolean recognised) {
    assertThat(recognised(fit, fitTotal, held, heldTotal)).isEqualTo(recognised);
  }

  @Property
  void shouldNeverRecogniseAPromptThatDoesNoWorseElsewhere(
      @ForAll @IntRange(min = 1, max = 200) int total,
      @ForAll @IntRange(min = 0, max = 200) int fit,
      @ForAll @IntRange(min = 0, max = 200) int more) {
    // Given
    int right = Math.min(fit, total);

    // When / Then
    assertThat(recognised(right, total, Math.min(right + more, total), total)).isFalse();
  }

  @Property
  void shouldRecogniseWhateverIsWorseThanWhatItRecognises(
      @ForAll @IntRange(min = 20, max = 100) int total,
      @ForAll @IntRange(min = 0, max = 99) int held) {
    // Given a prompt that has everything right where it was fitted
    int right = Math.min(held, total - 1);

    // When / Then
    if (right > 0 && recognised(total, total, right, total)) {
      assertThat(recognised(total, total, right - 1, total)).isTrue();
    }
  }

  @Test
  void shouldSeldomBeMisledByChance() {
    // Given prompts of one accuracy everywhere
    int runs = 4_000;
    int misled = 0;

    // When
    for (int run = 0; run < runs; run++) {
      misled += recognised(right(run, 0), 50, right(run, 1), 50) ? 1 : 0;
    }

    // Then: one in 160 is expected
    assertThat(misled).isLessThan(runs / 80);
  }

  private static int right(int run, int place) {
    Draws draws = Draws.of(run, 1, "test", place);
    int right = 0;
    for (int i = 0; i < 50; i++) {
      right += draws.uniform() < .7 ? 1 : 0;
    }
    return right;
  }

  @Test
  void shouldNameTheFiguresAndWhatToChange() {
    assertThat(
            Overfitting.between(
                Tallies.place("the train split", 48, 50),
                Tallies.place("the validation split", 15, 25)))
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(SignatureKind.OVERFITTING);
              assertThat(found.warning())
                  .isEqualTo(
                      "Overfitting: a prompt has an accuracy of 0.96 on 50 examples of the train"
                          + " split, but of 0.60 on 25 of the validation split. Switch on"
                          + " optimizer.regularization, or give dataset.split.train and"
                          + " dataset.split.validation more rows.");
            });
  }

  @Test
  void shouldCompareGradedScoresByTheirMean() {
    // Given no answer that is quite right on either side
    SplitScore fitted = new SplitScore("train", new AggregateScore(0, 50, 45 * AggregateScore.ONE));
    SplitScore held = new SplitScore("test", new AggregateScore(0, 50, 30 * AggregateScore.ONE));

    // When / Then
    assertThat(Overfitting.between(fitted, held))
        .hasValueSatisfying(
            found ->
                assertThat(found.warning()).contains("0.90 on 50 examples", "0.60 on 50 of test"));
    assertThat(Overfitting.between(held, fitted)).isEmpty();
  }

  private static boolean recognised(int fit, int fitTotal, int held, int heldTotal) {
    return Overfitting.between(
            Tallies.place("train", fit, fitTotal), Tallies.place("test", held, heldTotal))
        .isPresent();
  }
}
