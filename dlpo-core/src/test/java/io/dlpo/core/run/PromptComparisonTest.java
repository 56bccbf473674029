package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.Comparison;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptComparisonTest {

  @Test
  void shouldNameTheExamplesThatTurned() {
    // When
    Comparison comparison =
        PromptComparison.of(
            List.of("a", "b", "c", "d"), List.of(0.0, 1.0, 1.0, 0.0), List.of(1.0, 0.0, 1.0, 1.0));

    // Then
    assertThat(comparison.improved()).containsExactly("a", "d");
    assertThat(comparison.worsened()).containsExactly("b");
    assertThat(comparison.method()).isEqualTo("MCNEMAR_EXACT");
    assertThat(comparison.difference()).isEqualTo(0.25);
  }

  @Test
  void shouldCallAHigherGradeAnImprovement() {
    // When
    Comparison comparison =
        PromptComparison.of(List.of("a", "b"), List.of(0.25, 0.5), List.of(0.5, 0.25));

    // Then
    assertThat(comparison.improved()).containsExactly("a");
    assertThat(comparison.worsened()).containsExactly("b");
  }

  @Test
  void shouldBoundTheLists() {
    // Given
    int examples = 3 * Comparison.MAX_LISTED;
    List<String> ids = IntStream.range(0, examples).mapToObj("row-%d"::formatted).toList();

    // When
    Comparison comparison =
        PromptComparison.of(
            ids, Collections.nCopies(examples, 0.0), Collections.nCopies(examples, 1.0));

    // Then
    assertThat(comparison.improved())
        .containsExactlyElementsOf(ids.subList(0, Comparison.MAX_LISTED));
    assertThat(comparison.worsened()).isEmpty();
  }
}
