package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClausesTest {

  @Test
  void shouldKeepTheClausesThatSaySomething() {
    assertThat(
            Clauses.of("As a careful soul, count every single item, come rain or shine.")
                .essential())
        .isEqualTo("Count every single item.");
    assertThat(Clauses.of("As you know, the sky is blue.").essential())
        .isEqualTo("The sky is blue.");
  }

  @Test
  void shouldKeepClausesThatSaySomethingTogetherOnly() {
    // Given
    String sentence = "For every item, whatever it is, count the number.";

    // Then
    assertThat(Guidance.of(Clauses.of(sentence).essential()).cureOf(Weakness.KINDS)).isEqualTo(1);
  }

  @Test
  void shouldTakeTheFirstClauseWhateverItSays() {
    assertThat(Clauses.of("As you know, count every single item.").first())
        .isEqualTo("As you know.");
  }

  @Property
  void shouldSayTheSameInNoMoreClauses(@ForAll String text) {
    // When
    String shorter = Clauses.of(text).essential();

    // Then
    assertThat(Clauses.of(shorter).clauses())
        .hasSizeLessThanOrEqualTo(Clauses.of(text).clauses().size());
  }

  @Property
  void shouldNotMisreadItsOwnVerbosity(@ForAll Weakness weakness, @ForAll String request) {
    // Given
    String cure = Advice.cureFor(weakness, request);

    // When
    String shorter = Clauses.of(Advice.verbose(cure)).essential();

    // Then
    assertThat(Guidance.of(Advice.verbose(cure)).asksTheSameAs(Guidance.of(cure))).isTrue();
    assertThat(Guidance.of(shorter).asksTheSameAs(Guidance.of(cure))).isTrue();
    assertThat(shorter).hasSizeLessThan(cure.length() + 60);
    assertThat(Guidance.of(shorter).cost()).isLessThan(Guidance.of(Advice.verbose(cure)).cost());
  }
}
