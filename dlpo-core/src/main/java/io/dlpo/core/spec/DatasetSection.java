package io.dlpo.core.spec;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.dataset.ColumnNames;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.InputTemplate;
import io.dlpo.core.dataset.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code dataset}.
 *
 * @param id id of the uploaded dataset
 * @param name display name; null if none is given
 * @param columns the columns that hold input and reference; null for those with the usual names
 * @param template builds the input of an example; null to use the input in the file
 * @param split how the dataset is split
 */
record DatasetSection(
    String id,
    @Nullable String name,
    @Nullable ColumnNames columns,
    @Nullable String template,
    SplitSection split) {

  /** The rows of the dataset as examples. */
  List<Example> examples(Dataset dataset) {
    return dataset.examples(
        columns == null ? ColumnNames.USUAL : columns,
        template == null ? null : new InputTemplate(template));
  }

  /** The sizes of the splits and the shuffling of the rows. */
  record SplitSection(int train, int validation, int test, long seed, boolean shuffle) {

    Split division() {
      return new Split(new SplitSizes(train, validation, test), seed, shuffle);
    }
  }
}
