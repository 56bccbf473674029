package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitsTest {

  private static final List<Example> TRAIN = Runs.examples("train", 10);
  private static final List<Example> VALIDATION = Runs.examples("valid", 20);
  private static final List<Example> TEST = Runs.examples("test", 30);

  @Test
  void shouldNotWarnOfLargeSplitsWithoutRepetition() {
    assertThat(new Splits(TRAIN, VALIDATION, TEST).warnings()).isEmpty();
  }

  @Test
  void shouldWarnOfRowsThatStandInTwoSplits() {
    // Given
    Splits splits =
        new Splits(
            TRAIN,
            with(VALIDATION, repeated(TRAIN, 0)),
            with(TEST, repeated(TRAIN, 1), repeated(VALIDATION, 2)));

    // Then
    assertThat(splits.warnings())
        .containsExactly(
            "1 of 21 validation rows and 2 of 32 test rows have the same input as a row of an"
                + " earlier split: remove repeated rows from the dataset, or their scores say"
                + " little about new ones.");
  }

  @Test
  void shouldNotWarnOfRowsThatStandInOneSplitTwice() {
    assertThat(new Splits(TRAIN, VALIDATION, with(TEST, repeated(TEST, 3))).warnings()).isEmpty();
  }

  @Test
  void shouldWarnOfSplitsThatAreTooSmall() {
    assertThat(new Splits(TRAIN, List.of(), List.of()).warnings())
        .containsExactly(
            "The validation split is empty: it cannot choose the best prompt.",
            "The test split is empty: nothing shows that the best prompt is better.");
    assertThat(new Splits(TRAIN, VALIDATION.subList(0, 19), TEST).warnings())
        .singleElement()
        .asString()
        .startsWith("The validation split has 19 examples");
  }

  private static Example repeated(List<Example> examples, int index) {
    Example example = examples.get(index);
    return new Example(example.id() + "-again", example.input(), example.reference());
  }

  private static List<Example> with(List<Example> examples, Example... more) {
    List<Example> all = new ArrayList<>(examples);
    all.addAll(List.of(more));
    return all;
  }
}
