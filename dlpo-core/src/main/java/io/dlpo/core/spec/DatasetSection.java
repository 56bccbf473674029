package io.dlpo.core.spec;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.dataset.ColumnNames;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.InputTemplate;
import io.dlpo.core.dataset.PromptColumns;
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

  /** The rows of the dataset as examples of a prompt. */
  List<Example> examples(Dataset dataset, PromptColumns prompt) {
    return dataset.examples(names(), template == null ? null : new InputTemplate(template), prompt);
  }

  /** The columns that hold input and reference. */
  ColumnNames names() {
    return columns == null ? ColumnNames.USUAL : columns;
  }

  /** The sizes of the splits and the shuffling of the rows. */
  record SplitSection(int train, int validation, int test, long seed, boolean shuffle) {

    Split division() {
      return new Split(new SplitSizes(train, validation, test), seed, shuffle);
    }
  }
}
