package io.dlpo.studies.experiment;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the grid.
 *
 * @param dataset trained on
 * @param variant trained with
 * @param seed of the run
 * @param transfer the data that the trained prompt is scored on; null for the training itself
 */
public record Cell(String dataset, String variant, int seed, @Nullable String transfer) {

  public Cell {
    Objects.requireNonNull(dataset, "Cell.dataset is missing");
    Objects.requireNonNull(variant, "Cell.variant is missing");
  }

  /** Unique within the experiment; may stand in a run's id. */
  public String id() {
    String training = dataset + "." + variant + "." + seed;
    return transfer == null ? training : training + "." + transfer;
  }

  /** The cell whose prompt is scored here; empty for a training. */
  public Optional<String> trainedBy() {
    return transfer == null
        ? Optional.empty()
        : Optional.of(new Cell(dataset, variant, seed, null).id());
  }
}
