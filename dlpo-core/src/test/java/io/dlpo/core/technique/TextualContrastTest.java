package io.dlpo.core.technique;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.technique.TextualContrast.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextualContrastTest {

  private static final TextualContrast EXTREME = new TextualContrast(Selection.EXTREME, 1, 0.15);

  @Test
  void shouldDoNothingWithFewerThanTwoPrompts() {
    assertThat(shaped(EXTREME, 1).techniques()).isEmpty();
    assertThat(shaped(EXTREME, 1, scored("a", 9)).contrast()).isNull();
    // The same prompt twice is one prompt.
    assertThat(shaped(EXTREME, 1, scored("a", 9), scored("a", 9)).contrast()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"50, 65, true", "50, 64, false", "80, 80, false", "0, 100, true"})
  void shouldActFromItsGapOnAndNotBeMisledByFloatingPoint(int worst, int best, boolean acts) {
    // When
    UpdatePlan plan =
        shaped(
            EXTREME,
            1,
            new ScoredPrompt("worst", new AggregateScore(worst, 100)),
            new ScoredPrompt("best", new AggregateScore(best, 100)));

    // Then
    assertThat(plan.contrast() != null).isEqualTo(acts);
  }

  @Test
  void shouldCompareTheBestWithTheWorstRejectedOnesAmongThem() {
    // When
    Contrast contrast =
        contrast(EXTREME, 1, scored("first", 4), scored("rejected", 1), scored("best", 8));

    // Then
    assertThat(contrast.positives()).extracting(ScoredPrompt::text).containsExactly("best");
    assertThat(contrast.negatives()).extracting(ScoredPrompt::text).containsExactly("rejected");
  }

  @Test
  void shouldCompareAPrefixByItsShareAndPreferTheLongerScoreOfTheSamePrompt() {
    // When
    Contrast contrast =
        contrast(
            EXTREME,
            1,
            new ScoredPrompt("a", new AggregateScore(1, 2)),
            new ScoredPrompt("a", new AggregateScore(9, 10)),
            new ScoredPrompt("b", new AggregateScore(3, 5)));

    // Then
    assertThat(contrast.positives())
        .containsExactly(new ScoredPrompt("a", new AggregateScore(9, 10)));
    assertThat(contrast.negatives())
        .containsExactly(new ScoredPrompt("b", new AggregateScore(3, 5)));
  }

  @Property(tries = 300)
  void shouldDrawDistinctPromptsOfTheBetterAndTheWorseHalf(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 10) Integer> scores,
      @ForAll @IntRange(min = 1, max = 5) int count,
      @ForAll @LongRange(min = 0, max = 10_000) long seed) {
    // Given
    TextualContrast contrast = new TextualContrast(Selection.RANK, count, 0.05);
    ScoredPrompt[] history =
        IntStream.range(0, scores.size())
            .mapToObj(i -> scored("prompt " + i, scores.get(i)))
            .toArray(ScoredPrompt[]::new);

    // When
    UpdatePlan plan = shaped(contrast, seed, history);

    // Then
    if (scores.stream().distinct().count() < 2) {
      assertThat(plan.contrast()).isNull();
      return;
    }
    Contrast found = Objects.requireNonNull(plan.contrast());
    List<ScoredPrompt> all = new ArrayList<>(found.positives());
    all.addAll(found.negatives());
    assertThat(all).doesNotHaveDuplicates().isSubsetOf(Arrays.asList(history));
    assertThat(found.positives()).hasSize(Math.min(count, history.length / 2));
    assertThat(found.negatives()).hasSize(Math.min(count, history.length / 2));
    int least =
        found.positives().stream().mapToInt(one -> one.score().correct()).min().orElseThrow();
    assertThat(found.negatives()).allMatch(one -> one.score().correct() <= least);
    assertThat(shaped(contrast, seed, history)).isEqualTo(plan);
  }

  @Test
  void shouldDrawTheExtremeOnesMoreOften() {
    // Given six prompts, of which three are positives with weights 3, 2 and 1
    TextualContrast contrast = new TextualContrast(Selection.RANK, 1, 0);
    ScoredPrompt[] history =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> scored("prompt " + i, i))
            .toArray(ScoredPrompt[]::new);
    int[] drawn = new int[7];

    // When
    for (int seed = 0; seed < 6_000; seed++) {
      drawn[contrast(contrast, seed, history).positives().getFirst().score().correct()]++;
    }

    // Then: 1/2, 1/3 and 1/6, within four standard deviations
    assertThat(drawn[6]).isBetween(2_845, 3_155);
    assertThat(drawn[5]).isBetween(1_854, 2_146);
    assertThat(drawn[4]).isBetween(884, 1_116);
  }

  private static Contrast contrast(TextualContrast technique, long seed, ScoredPrompt... history) {
    return Objects.requireNonNull(shaped(technique, seed, history).contrast());
  }

  private static UpdatePlan shaped(TextualContrast technique, long seed, ScoredPrompt... history) {
    return Plans.of(2, new StepView(seed, 3, 10, 1, List.of(history), List.of()), technique);
  }

  private static ScoredPrompt scored(String text, int correct) {
    return new ScoredPrompt(text, new AggregateScore(correct, 10));
  }
}
