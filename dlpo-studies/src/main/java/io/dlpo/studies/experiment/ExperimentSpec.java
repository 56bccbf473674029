package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as a user wants it.
 *
 * @param name a short name
 * @param base the run spec that all runs begin with; has no seed
 * @param datasets the datasets, one at least
 * @param variants the settings to compare, one at least
 * @param seeds each dataset and variant is run with each of them; one at least
 * @param parallel most runs at once; null leaves it to the service
 * @param pairing which runs are compared
 */
public record ExperimentSpec(
    String name,
    ObjectNode base,
    List<Part> datasets,
    List<Part> variants,
    List<Integer> seeds,
    @Nullable Integer parallel,
    Pairing pairing) {

  public ExperimentSpec {
    base = base.deepCopy();
    datasets = List.copyOf(datasets);
    variants = List.copyOf(variants);
    seeds = List.copyOf(seeds);
  }

  /** How many runs that makes, those on transfer data among them. */
  public int runs() {
    return datasets.stream().mapToInt(dataset -> 1 + dataset.transfers().size()).sum()
        * variants.size()
        * seeds.size();
  }
}
