package io.dlpo.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchSpecsTest {

  @Test
  void shouldGiveEveryRunANameAndAPromptOfItsOwn() {
    // Given
    List<JsonNode> specs = BenchSpecs.of(8, 2, 1, "data");

    // Then
    for (String field : List.of("name", "prompt")) {
      assertThat(specs).extracting(spec -> spec.path(field).asText()).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldFitTheExampleDataAndTakeWhatItIsGiven() {
    // When
    JsonNode spec = BenchSpecs.of(1, 7, 3, "some-data").getFirst();

    // Then
    JsonNode split = spec.at("/dataset/split");
    assertThat(Stream.of("train", "validation", "test").mapToInt(p -> split.path(p).asInt()).sum())
        .isLessThanOrEqualTo(160);
    assertThat(spec.at("/dataset/id").asText()).isEqualTo("some-data");
    assertThat(spec.at("/optimizer/steps").asInt()).isEqualTo(7);
    assertThat(spec.path("seed").asLong()).isEqualTo(3);
  }
}
