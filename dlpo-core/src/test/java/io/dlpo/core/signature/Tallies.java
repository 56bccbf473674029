package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.Arrays;
import java.util.List;

/** Accuracies for tests. */
final class Tallies {

  private Tallies() {}

  /** Right answers of a hundred each. */
  static List<AggregateScore> of(Integer... correct) {
    return Arrays.stream(correct).map(right -> new AggregateScore(right, 100)).toList();
  }

  static SplitScore place(String name, int correct, int total) {
    return new SplitScore(name, new AggregateScore(correct, total));
  }
}
