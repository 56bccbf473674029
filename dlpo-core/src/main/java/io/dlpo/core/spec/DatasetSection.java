package io.dlpo.core.spec;

import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.core.dataset.InputTemplate;
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
    String id, @Nullable String name, @Nullable InputTemplate template, Split split) {

  private static final int MOST = 1_000_000;

  static DatasetSection read(Section section, long seed) {
    String id = section.requiredText("id", "the id of a dataset that was uploaded");
    String name = section.text("name", null);
    String template = section.text("template", null);
    Section split = section.section("split");
    SplitSizes sizes =
        new SplitSizes(
            split.requiredInteger("train", 1, MOST),
            split.requiredInteger("validation", 0, MOST),
            split.requiredInteger("test", 0, MOST));
    Split division = new Split(sizes, split.seed("seed", seed), split.truth("shuffle", true));
    split.end();
    section.end();
    return new DatasetSection(
        id, name, template == null ? null : new InputTemplate(template), division);
  }
}
