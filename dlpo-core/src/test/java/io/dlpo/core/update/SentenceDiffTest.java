package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.SentenceEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SentenceDiffTest {

  @Test
  void shouldPairWhatDiffersBetweenTwoCommonSentences() {
    // When
    SentenceDiff diff = SentenceDiff.of(List.of("a", "b", "c", "d"), List.of("a", "x", "d", "e"));

    // Then
    assertThat(diff.edits())
        .containsExactly(
            new SentenceEdit(SentenceEdit.Op.MODIFY, 2, null, "b", "x"),
            new SentenceEdit(SentenceEdit.Op.DELETE, 3, null, "c", null),
            new SentenceEdit(SentenceEdit.Op.ADD, null, 4, null, "e"));
    assertThat(diff.kept()).containsExactly(1, 0, 0, 3);
  }

  @Test
  void shouldAddAtTheStartBehindNothing() {
    assertThat(SentenceDiff.of(List.of("a"), List.of("x", "a")).edits())
        .containsExactly(new SentenceEdit(SentenceEdit.Op.ADD, null, 0, null, "x"));
  }

  @Test
  void shouldCountNoOtherNumberInAListAsAnEdit() {
    // When
    SentenceDiff diff =
        SentenceDiff.of(List.of("1. a", "2. b", "3. c"), List.of("1. b", "2. d", "3. c"));

    // Then
    assertThat(diff.edits())
        .containsExactly(
            new SentenceEdit(SentenceEdit.Op.DELETE, 1, null, "1. a", null),
            new SentenceEdit(SentenceEdit.Op.ADD, null, 2, null, "2. d"));
    assertThat(diff.kept()).containsExactly(0, 1, 3);
  }

  @Property
  void shouldLeadFromTheParentToTheChild(
      @ForAll("texts") List<String> parent, @ForAll("texts") List<String> child) {
    // When
    SentenceDiff diff = SentenceDiff.of(parent, child);

    // Then
    assertThat(applied(parent, diff.edits())).isEqualTo(child);
    assertThat(diff.kept()).hasSameSizeAs(parent);
  }

  @Property
  void shouldFindNothingBetweenEquals(@ForAll("texts") List<String> parent) {
    assertThat(SentenceDiff.of(parent, parent).edits()).isEmpty();
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "c", "d").list().ofMaxSize(7);
  }

  private static List<String> applied(List<String> parent, List<SentenceEdit> edits) {
    List<String> result = new ArrayList<>(added(edits, 0));
    for (int number = 1; number <= parent.size(); number++) {
      Integer current = number;
      List<SentenceEdit> own =
          edits.stream().filter(edit -> Objects.equals(edit.sentence(), current)).toList();
      assertThat(own).hasSizeLessThanOrEqualTo(1);
      String text = own.isEmpty() ? parent.get(number - 1) : own.getFirst().text();
      if (text != null) {
        result.add(text);
      }
      result.addAll(added(edits, number));
    }
    return result;
  }

  private static List<String> added(List<SentenceEdit> edits, int after) {
    return edits.stream()
        .filter(edit -> edit.op() == SentenceEdit.Op.ADD && Objects.equals(edit.after(), after))
        .map(edit -> Objects.requireNonNull(edit.text()))
        .toList();
  }
}
