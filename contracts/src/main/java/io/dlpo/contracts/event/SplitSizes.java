package io.dlpo.contracts.event;

/**
 * How many examples each split of a dataset has.
 *
 * @param train 1 or more
 * @param validation 0 or more
 * @param test 0 or more
 */
public record SplitSizes(int train, int validation, int test) {

  public SplitSizes {
    if (train < 1 || validation < 0 || test < 0) {
      throw new IllegalArgumentException(
          "split is %d/%d/%d; allowed is a train split of 1 or more and none below 0"
              .formatted(train, validation, test));
    }
  }
}
