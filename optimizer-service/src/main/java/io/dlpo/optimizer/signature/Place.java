package io.dlpo.optimizer.signature;

import io.dlpo.optimizer.step.Tally;
import java.util.Objects;

/**
 * Where a prompt was scored.
 *
 * @param name in words, such as {@code the test split}
 * @param tally its right answers there
 */
public record Place(String name, Tally tally) {

  public Place {
    Objects.requireNonNull(name, "Place.name is missing");
    Objects.requireNonNull(tally, "Place.tally is missing");
  }
}
