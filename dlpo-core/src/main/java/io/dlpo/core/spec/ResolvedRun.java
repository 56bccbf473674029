package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.Splits;
import java.util.List;
import java.util.stream.Stream;

/**
 * A resolved spec that fits its dataset.
 *
 * @param spec with every default filled in; reading it again gives the same run
 * @param settings the spec as the optimizer uses it
 * @param datasetId id of the dataset
 * @param sizes of the splits
 * @param splits the examples
 */
public record ResolvedRun(
    ObjectNode spec, RunSettings settings, String datasetId, SplitSizes sizes, Splits splits) {

  /** The characters of all examples, to bound what holds runs in memory. */
  public long characters() {
    return Stream.of(splits.train(), splits.validation(), splits.test())
        .flatMap(List::stream)
        .mapToLong(example -> example.question().length() + example.reference().length())
        .sum();
  }
}
