package io.dlpo.core.signature;

import io.dlpo.core.step.AggregateScore;
import java.util.Objects;

/**
 * A prompt's score on a split.
 *
 * @param name description of the split, such as {@code the test split}
 * @param aggregate the score
 */
public record SplitScore(String name, AggregateScore aggregate) {

  public SplitScore {
    Objects.requireNonNull(name, "SplitScore.name is missing");
    Objects.requireNonNull(aggregate, "SplitScore.aggregate is missing");
  }
}
