package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The splits of a dataset.
 *
 * @param train examples from which batches are drawn, 1 or more
 * @param validation examples that select the best prompt; may be empty
 * @param test examples that score the initial and the best prompt at the end; may be empty
 */
public record Splits(List<Example> train, List<Example> validation, List<Example> test) {

  private static final int COARSE_VALIDATION = 20;

  public Splits {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
    if (train.isEmpty()) {
      throw new IllegalArgumentException("the train split is empty; must have 1 example or more");
    }
  }

  /** Returns warnings about the reliability of results on these splits. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (validation.isEmpty()) {
      warnings.add("The validation split is empty: it cannot choose the best prompt.");
    } else if (validation.size() < COARSE_VALIDATION) {
      warnings.add(
          "The validation split has %d examples: its scores differ by chance more than by merit."
              .formatted(validation.size()));
    }
    if (test.isEmpty()) {
      warnings.add("The test split is empty: nothing shows that the best prompt is better.");
    }
    return warnings;
  }

  /** Returns the ids of the training examples. */
  Set<String> trainIds() {
    return train.stream().map(Example::id).collect(Collectors.toUnmodifiableSet());
  }
}
