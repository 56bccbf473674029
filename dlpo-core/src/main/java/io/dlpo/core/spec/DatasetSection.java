package io.dlpo.core.spec;

import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.dataset.Split;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code dataset}.
 *
 * @param id id of the uploaded dataset
 * @param name display name; null if none is given
 * @param template builds the input of an example; null to use the input in the file
 * @param split how the dataset is split
 */
record DatasetSection(
    String id, @Nullable String name, @Nullable String template, SplitSection split) {

  /** The sizes of the splits and the shuffling of the rows. */
  record SplitSection(int train, int validation, int test, long seed, boolean shuffle) {

    Split division() {
      return new Split(new SplitSizes(train, validation, test), seed, shuffle);
    }
  }
}
