package io.dlpo.core.dataset;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.Splits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Splits a dataset into train, validation and test: consecutive slices of the shuffled rows.
 *
 * @param sizes number of examples in each split
 * @param seed seed of the shuffle
 * @param shuffle whether to shuffle the rows; otherwise they stay in the order of the file
 */
public record Split(SplitSizes sizes, long seed, boolean shuffle) {

  public Split {
    Objects.requireNonNull(sizes, "dataset.split is missing");
  }

  /**
   * Splits examples.
   *
   * @throws RefusedException if there are too few examples
   */
  public Splits of(List<Example> examples) {
    long wanted = (long) sizes.train() + sizes.validation() + sizes.test();
    if (wanted > examples.size()) {
      String sum =
          "%d + %d + %d = %d".formatted(sizes.train(), sizes.validation(), sizes.test(), wanted);
      throw new RefusedException(
          Problem.of(
              "dataset.split",
              sum,
              "at most " + examples.size() + ", the number of rows in the dataset"));
    }
    List<Example> order = new ArrayList<>(examples);
    if (shuffle) {
      PythonShuffle.shuffle(order, seed);
    }
    int validationFrom = sizes.train();
    int testFrom = validationFrom + sizes.validation();
    return new Splits(
        order.subList(0, validationFrom),
        order.subList(validationFrom, testFrom),
        order.subList(testFrom, testFrom + sizes.test()));
  }
}
