package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.AnnealingStart;
import io.dlpo.core.run.CoolingPer;
import io.dlpo.core.run.Splits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeCheckTest {

  private static final InputLimits LIMITS = InputLimits.DEFAULT;
  private static final SizeCheck CHECK = new SizeCheck(LIMITS);

  @Test
  void shouldTakeAPromptThatJustFitsAndNoByteMore() {
    // Given
    String fits = "a".repeat(LIMITS.promptBytes());

    // When / Then
    assertThat(CHECK.ofPrompt("prompt", fits)).isEmpty();
    assertThat(CHECK.ofPrompt("prompt", fits + "b"))
        .hasValueSatisfying(
            problem ->
                assertThat(problem.message())
                    .isEqualTo(
                        "`prompt` is 100001 bytes as JSON; it must be at most 100000 bytes"
                            + " (dlpo.limits.prompt-bytes of the optimizer); shorten it"));
  }

  @Test
  void shouldCountBytesAsAnEventHasThem() {
    // Given
    String controls = "\u0001".repeat(LIMITS.promptBytes() / 6 + 1);

    // When / Then
    assertThat(CHECK.ofPrompt("prompt", controls)).isPresent();
  }

  @Test
  void shouldNameTheFirstLargeExamples() {
    // Given
    String large = "a".repeat(LIMITS.exampleBytes());
    List<Example> examples =
        IntStream.rangeClosed(1, 10)
            .mapToObj(n -> new Example("row-" + n, n % 2 == 0 ? large : "small", "1"))
            .toList();

    // When / Then
    assertThat(CHECK.ofExamples(examples))
        .extracting(Problem::key)
        .containsExactly("row-2", "row-4", "row-6", "row-8", "row-10");
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 5000, 5000, TRAIN, 0, ''", "5001, 5000, 5000, VALIDATION, 0, ''",
    "5001, 10, 10, TRAIN, 0, dataset.split.train", "5001, 10, 10, TRAIN, 50, ''",
    "10, 5001, 10, TRAIN, 0, dataset.split.validation", "10, 10, 5001, TRAIN, 0, dataset.split.test"
  })
  void shouldBoundWhatIsEvaluatedAtOnce(
      int train, int validation, int test, AcceptanceSplit split, int examples, String key) {
    // Given
    Splits splits = new Splits(examples(train), examples(validation), examples(test));
    AnnealingSettings annealing =
        new AnnealingSettings(
            1, 1, 1, CoolingPer.STEP, AnnealingStart.INITIAL, split, examples, false, 1, 0, 0, 1);

    // When
    List<Problem> problems = CHECK.ofSplits(splits, annealing);

    // Then
    assertThat(problems)
        .extracting(Problem::key)
        .isEqualTo(key.isEmpty() ? List.of() : List.of(key));
  }

  @Test
  void shouldRefuseALargePromptAsPartOfItsSpec() {
    // Given
    String spec = Specs.SHORTEST.replace("Answer the question.", "a".repeat(100_001));

    // When / Then
    assertThatThrownBy(() -> Specs.read(spec))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("`prompt` is 100001 bytes as JSON");
  }

  @Test
  void shouldRefuseALargeSpecThoughItsPromptIsShort() {
    // Given
    String spec = Specs.SHORTEST.replace("split:", "name: " + "n".repeat(200_000) + ", split:");

    // When / Then
    assertThatThrownBy(() -> Specs.read(spec))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("`spec` is 200")
        .hasMessageContaining("dlpo.limits.spec-bytes");
  }

  private static List<Example> examples(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new Example("row-" + n, "question", "1"))
        .toList();
  }
}
