package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.Comparison;

/** Whether the test split shows that the best prompt of a run is better than the initial one. */
public final class Improvement {

  private Improvement() {}

  /**
   * Whether a run shows an improvement. A run whose test split was not scored, or that ended with
   * its initial prompt, shows none.
   */
  public static boolean isShownBy(JsonNode run) {
    JsonNode comparison = run.path("comparison");
    return new Comparison(
            comparison.path("method").asText(),
            comparison.path("difference").asDouble(0),
            null,
            null,
            comparison.path("p").asDouble(1))
        .showsImprovement();
  }
}
