package io.dlpo.systemtests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Specs of runs that load every service. Each has a distinct prompt, so that no call is cached. */
final class BenchSpecs {

  private BenchSpecs() {}

  /**
   * @param seed the seed of the first run; the others follow
   * @param dataset the id of the dataset on the stack
   */
  static List<JsonNode> of(int runs, int steps, long seed, String dataset) {
    return IntStream.range(0, runs)
        .mapToObj(run -> spec("bench-" + run, steps, seed + run, dataset))
        .toList();
  }

  private static JsonNode spec(String name, int steps, long seed, String dataset) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.put("name", name).put("seed", seed);
    spec.put("prompt", "You will answer reasoning question after question (%s).".formatted(name));
    ObjectNode data = spec.putObject("dataset").put("id", dataset);
    data.putObject("split")
        .put("train", 50)
        .put("validation", 40)
        .put("test", 60)
        .put("seed", seed);
    spec.putObject("metric").put("type", "number");
    spec.putObject("optimizer").put("profile", "textgrad").put("batchSize", 10).put("steps", steps);
    return spec;
  }
}
