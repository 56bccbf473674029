package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    repeated().ifPresent(warnings::add);
    return warnings;
  }

  /** Rows that stand in the file more than once may get into two splits. */
  private Optional<String> repeated() {
    Set<String> seen = inputs(train);
    long ofValidation = count(validation, seen);
    seen.addAll(inputs(validation));
    long ofTest = count(test, seen);
    return ofValidation + ofTest == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d validation rows and %d of %d test rows have the same input as a row of an earlier split: remove repeated rows from the dataset, or their scores say little about new ones."
                .formatted(ofValidation, validation.size(), ofTest, test.size()));
  }

  private static Set<String> inputs(List<Example> examples) {
    return examples.stream().map(Example::question).collect(Collectors.toCollection(HashSet::new));
  }

  private static long count(List<Example> examples, Set<String> inputs) {
    return examples.stream().filter(example -> inputs.contains(example.question())).count();
  }

  /** Returns the ids of the training examples. */
  Set<String> trainIds() {
    return train.stream().map(Example::id).collect(Collectors.toUnmodifiableSet());
  }
}
