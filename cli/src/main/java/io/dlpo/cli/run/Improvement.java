package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether the test split shows that the best prompt of a run is better than the initial one. */
public final class Improvement {

  /** The probability of such a difference between equally good prompts, below which it counts. */
  private static final double SIGNIFICANCE = 0.05;

  private Improvement() {}

  /**
   * Whether a run shows an improvement. A run whose test split was not scored, or that ended with
   * its initial prompt, shows none.
   */
  public static boolean isShownBy(JsonNode run) {
    JsonNode comparison = run.path("comparison");
    return comparison.path("difference").asDouble(0) > 0
        && comparison.path("p").asDouble(1) < SIGNIFICANCE;
  }
}
