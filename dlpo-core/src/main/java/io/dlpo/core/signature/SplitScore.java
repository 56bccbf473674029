package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.Objects;

/**
 * Where a prompt was scored.
 *
 * @param name in words, such as {@code the test split}
 * @param aggregate its right answers there
 */
public record SplitScore(String name, AggregateScore aggregate) {

  public SplitScore {
    Objects.requireNonNull(name, "Place.name is missing");
    Objects.requireNonNull(aggregate, "Place.tally is missing");
  }
}
