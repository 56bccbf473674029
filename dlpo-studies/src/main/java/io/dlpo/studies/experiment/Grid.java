package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The runs of an experiment in the order in which they begin. Runs are ordered by seed, so that
 * variants can be compared early, and each transfer follows its training.
 */
public final class Grid {

  private static final String PROMPT = "prompt";
  private static final String MESSAGES = "messages";

  private Grid() {}

  /** All runs. The variant overrides the dataset, which overrides the base spec. */
  public static List<PlannedRun> of(ExperimentSpec experiment) {
    return experiment.seeds().stream()
        .flatMap(
            seed ->
                experiment.datasets().stream()
                    .flatMap(
                        dataset ->
                            experiment.variants().stream()
                                .flatMap(variant -> runs(experiment, dataset, variant, seed))))
        .toList();
  }

  private static Stream<PlannedRun> runs(
      ExperimentSpec experiment, SpecOverlay dataset, SpecOverlay variant, int seed) {
    ObjectNode spec = overridden(overridden(experiment.base(), dataset.spec()), variant.spec());
    spec.put("seed", seed);
    Cell cell = new Cell(dataset.name(), variant.name(), seed, null);
    return Stream.concat(
        Stream.of(named(experiment, cell, spec)),
        dataset.transfers().stream()
            .map(
                transfer ->
                    named(
                        experiment,
                        new Cell(dataset.name(), variant.name(), seed, transfer.name()),
                        scoringOnly(overridden(spec, transfer.spec())))));
  }

  /** A prompt overrides messages and the other way round, since a spec has one of the two. */
  private static ObjectNode overridden(ObjectNode spec, ObjectNode patch) {
    ObjectNode merged = MergePatch.apply(spec, patch);
    boolean hasMessages = patch.hasNonNull(MESSAGES);
    if (hasMessages != patch.hasNonNull(PROMPT)) {
      merged.remove(hasMessages ? PROMPT : MESSAGES);
    }
    return merged;
  }

  private static PlannedRun named(ExperimentSpec experiment, Cell cell, ObjectNode spec) {
    ObjectNode named = spec.deepCopy();
    named.put("name", experiment.name() + "/" + cell.id());
    return new PlannedRun(cell, named);
  }

  /**
   * Makes a transfer as short as possible, because only the test score of its initial prompt
   * matters. It has one step with a batch of one example.
   */
  private static ObjectNode scoringOnly(ObjectNode spec) {
    ObjectNode optimizer = JsonNodeFactory.instance.objectNode();
    optimizer.put("profile", "textgrad").put("batchSize", 1).put("steps", 1).put("maxRedraws", 0);
    optimizer.putObject("annealing").put("split", "TRAIN");
    spec.set("optimizer", optimizer);
    if (spec.path("dataset").path("split") instanceof ObjectNode split) {
      split.put("train", 1).put("validation", 0);
    }
    return spec;
  }
}
