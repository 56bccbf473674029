package io.dlpo.systemtests.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The specs of a round: all profiles in turn, each run with a different seed. About 150 calls per
 * run.
 */
final class SoakSpecs {

  private static final List<String> PROFILES =
      List.of("textgrad", "best-practice", "annealing", "adaptive");

  private SoakSpecs() {}

  /**
   * @param round the number of the round, from 0
   * @param dataset the id of the dataset on the stack
   */
  static List<JsonNode> of(int runs, long seed, int round, String dataset) {
    return IntStream.range(0, runs).mapToObj(run -> spec(run, seed, round, dataset)).toList();
  }

  private static JsonNode spec(int run, long seed, int round, String dataset) {
    long own = seed * 10_000 + round * 100L + run;
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.put("name", "soak-%d-%d".formatted(round, run)).put("seed", own);
    // A distinct prompt, so that runs do not share cached calls.
    spec.put(
        "prompt",
        "You will answer reasoning question after reasoning question (%d).".formatted(own));
    ObjectNode data = spec.putObject("dataset").put("id", dataset);
    data.putObject("split").put("train", 30).put("validation", 15).put("test", 25).put("seed", own);
    spec.putObject("metric").put("type", "number");
    spec.putObject("optimizer")
        .put("profile", PROFILES.get(run % PROFILES.size()))
        .put("batchSize", 4)
        .put("steps", 4);
    return spec;
  }
}
