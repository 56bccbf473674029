package io.dlpo.contracts.event;

/**
 * The number of examples in each split of a dataset.
 *
 * @param train 1 or more
 * @param validation 0 or more
 * @param test 0 or more
 */
public record SplitSizes(int train, int validation, int test) {

  public SplitSizes {
    if (train < 1 || validation < 0 || test < 0) {
      throw new IllegalArgumentException(
          "split is %d/%d/%d; train must be 1 or more, the others 0 or more"
              .formatted(train, validation, test));
    }
  }
}
