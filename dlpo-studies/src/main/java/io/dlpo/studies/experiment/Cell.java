package io.dlpo.studies.experiment;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run's position in the grid of an experiment.
 *
 * @param dataset name of the training dataset
 * @param variant name of the variant
 * @param seed seed of the run
 * @param transfer name of the dataset on which the trained prompt is scored; null for the training
 *     itself
 */
public record Cell(String dataset, String variant, int seed, @Nullable String transfer) {

  public Cell {
    Objects.requireNonNull(dataset, "Cell.dataset is missing");
    Objects.requireNonNull(variant, "Cell.variant is missing");
  }

  /** Unique within the experiment; valid as part of a run id. */
  public String id() {
    String training = dataset + "." + variant + "." + seed;
    return transfer == null ? training : training + "." + transfer;
  }

  /** The id of the training cell whose prompt is scored here; empty for a training. */
  public Optional<String> trainedBy() {
    return transfer == null
        ? Optional.empty()
        : Optional.of(new Cell(dataset, variant, seed, null).id());
  }
}
