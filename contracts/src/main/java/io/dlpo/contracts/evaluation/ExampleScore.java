package io.dlpo.contracts.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The score of one example.
 *
 * @param exampleId the example
 * @param score 0 to 1; null if its call failed
 */
public record ExampleScore(String exampleId, @Nullable Double score) {

  public ExampleScore {
    if (score != null && !(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("ExampleScore.score is " + score + "; must be 0 to 1");
    }
  }
}
