package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.Splits;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void shouldCutTheShuffledRowsIntoConsecutiveSlices() {
    // When
    Splits splits = new Split(new SplitSizes(2, 1, 3), 42, true).of(examples(10));

    // Then
    assertThat(ids(splits.train())).containsExactly("7", "3");
    assertThat(ids(splits.validation())).containsExactly("2");
    assertThat(ids(splits.test())).containsExactly("8", "5", "6");
  }

  @Test
  void shouldKeepTheOrderOfTheFileWithoutShuffle() {
    // When
    Splits splits = new Split(new SplitSizes(2, 0, 2), 42, false).of(examples(5));

    // Then
    assertThat(ids(splits.train())).containsExactly("0", "1");
    assertThat(splits.validation()).isEmpty();
    assertThat(ids(splits.test())).containsExactly("2", "3");
  }

  @Test
  void shouldTakeAllOfTheData() {
    // When
    Splits splits = new Split(new SplitSizes(5, 3, 2), 1, true).of(examples(10));

    // Then
    assertThat(Stream.of(splits.train(), splits.validation(), splits.test()).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(examples(10));
  }

  @Test
  void shouldRefuseToAskForMoreThanThereIsNamingBothNumbers() {
    // Given
    Split split = new Split(new SplitSizes(50, 50, 151), 1, true);

    // When / Then
    assertThatThrownBy(() -> split.of(examples(250)))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "dataset.split is '50 + 50 + 151 = 251'; must be at most 250, the number of"
                + " rows in the dataset");
  }

  @Test
  void shouldNotOverflow() {
    // Given
    Split split = new Split(new SplitSizes(Integer.MAX_VALUE, Integer.MAX_VALUE, 10), 1, true);

    // When / Then
    assertThatThrownBy(() -> split.of(examples(20)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("= 4294967304");
  }

  @Property(tries = 200)
  void shouldNeverShareAnExampleBetweenSplits(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int train,
      @ForAll @IntRange(max = 20) int validation,
      @ForAll @IntRange(max = 20) int test) {
    // When
    Splits splits = new Split(new SplitSizes(train, validation, test), seed, true).of(examples(60));

    // Then
    assertThat(splits.train()).hasSize(train);
    assertThat(splits.validation()).hasSize(validation);
    assertThat(splits.test()).hasSize(test);
    assertThat(Stream.of(splits.train(), splits.validation(), splits.test()).flatMap(List::stream))
        .doesNotHaveDuplicates();
  }

  private static List<String> ids(List<Example> examples) {
    return examples.stream().map(Example::id).toList();
  }

  private static List<Example> examples(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Example(String.valueOf(i), "question " + i, "answer " + i))
        .toList();
  }
}
