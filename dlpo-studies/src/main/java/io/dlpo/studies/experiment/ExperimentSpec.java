package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as specified by a user.
 *
 * @param name a short name
 * @param base the run spec that all runs are based on, without a seed
 * @param datasets at least one
 * @param variants the settings to compare; at least one
 * @param seeds each combination of dataset and variant runs once per seed; at least one
 * @param parallel maximum number of parallel runs; null for the default of the service
 * @param pairing how runs are paired for comparison
 */
public record ExperimentSpec(
    String name,
    ObjectNode base,
    List<SpecOverlay> datasets,
    List<SpecOverlay> variants,
    List<Integer> seeds,
    @Nullable Integer parallel,
    Pairing pairing) {

  public ExperimentSpec {
    base = base.deepCopy();
    datasets = List.copyOf(datasets);
    variants = List.copyOf(variants);
    seeds = List.copyOf(seeds);
  }

  /** Number of runs, including transfers. */
  public int runs() {
    return datasets.stream().mapToInt(dataset -> 1 + dataset.transfers().size()).sum()
        * variants.size()
        * seeds.size();
  }
}
