package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelLabelsTest {

  private final ModelLabels labels = new ModelLabels(2);

  @Test
  void shouldTellTheFirstModelsApartAndNoMore() {
    assertThat(labels.of("a")).isEqualTo("a");
    assertThat(labels.of("b")).isEqualTo("b");
    assertThat(labels.of("c")).isEqualTo("other");
    assertThat(labels.of("a")).isEqualTo("a");
  }

  @Test
  void shouldNotTakeALongName() {
    assertThat(labels.of("m".repeat(100))).hasSize(100);
    assertThat(labels.of("m".repeat(101))).isEqualTo("other");
  }

  @Test
  void shouldKeepItsBoundWhenManyAskAtOnce() {
    // When
    Set<String> seen =
        IntStream.range(0, 10_000)
            .parallel()
            .mapToObj(n -> labels.of("model-" + n % 500))
            .collect(Collectors.toSet());

    // Then
    assertThat(seen).hasSize(3).contains("other");
  }
}
