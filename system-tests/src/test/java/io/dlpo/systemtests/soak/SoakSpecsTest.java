package io.dlpo.systemtests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakSpecsTest {

  @Test
  void shouldBeTheSameForADisturbedRunAndItsTwin() {
    assertThat(SoakSpecs.of(4, 1, 2, "data")).isEqualTo(SoakSpecs.of(4, 1, 2, "data"));
  }

  @Test
  void shouldGiveEveryRunANameASeedAndAPromptOfItsOwn() {
    // Given
    List<JsonNode> specs =
        IntStream.range(0, 3)
            .boxed()
            .flatMap(round -> SoakSpecs.of(8, 1, round, "data").stream())
            .toList();

    // Then
    for (String field : List.of("name", "seed", "prompt")) {
      assertThat(specs).extracting(spec -> spec.path(field).asText()).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldUseEveryProfileAndTheDatasetThatItIsGiven() {
    // When
    List<JsonNode> specs = SoakSpecs.of(4, 1, 0, "some-data");

    // Then
    assertThat(specs)
        .extracting(spec -> spec.at("/optimizer/profile").asText())
        .containsExactly("textgrad", "best-practice", "annealing", "adaptive");
    assertThat(specs).extracting(spec -> spec.at("/dataset/id").asText()).containsOnly("some-data");
  }
}
