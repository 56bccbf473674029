package io.dlpo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClauseReaderTest {

  @Test
  void shouldSplitAtCommasAndContrasts() {
    // When
    List<Clause> clauses = ClauseReader.read("Add all, but rather than kinds count things");

    // Then
    assertThat(clauses)
        .extracting(clause -> clause.words().stream().map(Clause.Word::stem).toList())
        .containsExactly(List.of("add", "all"), List.of("kind", "count", "thing"));
    assertThat(clauses.getLast().words()).allMatch(Clause.Word::negated);
  }

  @Test
  void shouldNegateUpToTheEndOfTheClause() {
    // When
    List<Clause> clauses = ClauseReader.read("please do not add kinds, add things");

    // Then
    assertThat(clauses.getFirst().words())
        .extracting(Clause.Word::negated)
        .containsExactly(false, false, false, true, true);
    assertThat(clauses.getLast().words()).noneMatch(Clause.Word::negated);
  }

  @Test
  void shouldTakeTwoNegationsForNone() {
    assertThat(ClauseReader.read("never forget the sign").getFirst().affirms(Stem.all("sign")))
        .isTrue();
  }

  @Test
  void shouldTellTheOperatorFromTheWord() {
    assertThat(ClauseReader.read("evaluate NOT first").getFirst().hasAny(Stem.all("negation")))
        .isTrue();
    assertThat(ClauseReader.read("do NOT guess").getFirst().affirms(Stem.all("guess"))).isFalse();
  }

  @Property
  void shouldReadAnyText(@ForAll String text) {
    assertThat(ClauseReader.read(text)).noneMatch(clause -> clause.words().isEmpty());
  }
}
