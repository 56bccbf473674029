package io.dlpo.optimizer.signature;

import io.dlpo.optimizer.step.Tally;
import java.util.Arrays;
import java.util.List;

/** Accuracies for tests. */
final class Tallies {

  private Tallies() {}

  /** Right answers of a hundred each. */
  static List<Tally> of(Integer... correct) {
    return Arrays.stream(correct).map(right -> new Tally(right, 100)).toList();
  }

  static Place place(String name, int correct, int total) {
    return new Place(name, new Tally(correct, total));
  }
}
