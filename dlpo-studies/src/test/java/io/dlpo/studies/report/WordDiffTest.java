package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.studies.report.WordDiff.Change;
import io.dlpo.studies.report.WordDiff.Part;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordDiffTest {

  @Test
  void shouldShowWholeWords() {
    assertThat(WordDiff.of("Count the items.", "Count all items, twice.").parts())
        .containsExactly(
            new Part(Change.KEPT, "Count "),
            new Part(Change.REMOVED, "the"),
            new Part(Change.ADDED, "all"),
            new Part(Change.KEPT, " items"),
            new Part(Change.ADDED, ", twice"),
            new Part(Change.KEPT, "."));
  }

  @Test
  void shouldShowSingleIdeographs() {
    assertThat(WordDiff.of("数一数物品", "数一数水果").parts())
        .containsExactly(
            new Part(Change.KEPT, "数一数"),
            new Part(Change.REMOVED, "物品"),
            new Part(Change.ADDED, "水果"));
  }

  @Test
  void shouldKeepAnUnchangedTextInOnePart() {
    assertThat(WordDiff.of("Same.\n", "Same.\n").parts())
        .containsExactly(new Part(Change.KEPT, "Same.\n"));
    assertThat(WordDiff.of("", "").parts()).isEmpty();
  }

  @Property
  void shouldHoldBothTexts(
      @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
    // When
    WordDiff diff = WordDiff.of(before, after);

    // Then
    assertThat(without(Change.ADDED, diff)).isEqualTo(before);
    assertThat(without(Change.REMOVED, diff)).isEqualTo(after);
  }

  private static String without(Change change, WordDiff diff) {
    return diff.parts().stream()
        .filter(part -> part.change() != change)
        .map(Part::text)
        .collect(Collectors.joining());
  }
}
