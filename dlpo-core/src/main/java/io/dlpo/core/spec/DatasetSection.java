package io.dlpo.core.spec;

import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.dataset.Split;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code dataset}.
 *
 * @param id of the dataset that was uploaded
 * @param name for people; null if none is given
 * @param template builds the input of an example; null takes it from the file
 * @param split how it is divided
 */
record DatasetSection(
    String id, @Nullable String name, @Nullable String template, SplitSection split) {

  /** The sizes of the splits, and how rows are shuffled. */
  record SplitSection(int train, int validation, int test, long seed, boolean shuffle) {

    Split division() {
      return new Split(new SplitSizes(train, validation, test), seed, shuffle);
    }
  }
}
