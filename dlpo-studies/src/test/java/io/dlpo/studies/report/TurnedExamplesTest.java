package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnedExamplesTest {

  private static final List<Example> TEST =
      List.of(new Example("a", "1+1", "2"), new Example("b", "1+2", "3"), new Example("c", "", ""));

  @Test
  void shouldShowTheExamplesThatTheComparisonNames() {
    // When
    TurnedExamples turned =
        TurnedExamples.of(
            new Comparison("MCNEMAR_EXACT", 0.1, null, null, 0.5, List.of("c", "a"), List.of("b")),
            TEST);

    // Then
    assertThat(turned.improved()).containsExactly(TEST.get(0), TEST.get(2));
    assertThat(turned.worsened()).containsExactly(TEST.get(1));
  }

  @Test
  void shouldShowNoneWithoutAComparisonOrWithOneOfAnOlderVersion() {
    TurnedExamples none = new TurnedExamples(List.of(), List.of());

    assertThat(TurnedExamples.of(null, TEST)).isEqualTo(none);
    assertThat(TurnedExamples.of(new Comparison("MCNEMAR_EXACT", 0.1, null, null, 0.5), TEST))
        .isEqualTo(none);
  }
}
