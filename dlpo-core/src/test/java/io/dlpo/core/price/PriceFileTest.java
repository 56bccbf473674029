package io.dlpo.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o", "gpt-4o-mini", "gpt-4o-2024-08-06", "gpt-5-mini", "o4-mini"})
  void shouldComeWithPricesOfModels(String model) {
    assertThat(PriceFile.builtIn().of(model))
        .hasValueSatisfying(price -> assertThat(price.usd(1, 1)).isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sim-student", "sim-teacher"})
  void shouldKnowThatTheSimulatorIsFree(String model) {
    assertThat(PriceFile.builtIn().of(model))
        .hasValueSatisfying(price -> assertThat(price.usd(1_000, 1_000)).isZero());
  }

  @Test
  void shouldChargeMoreForRepliesThanForRequests() {
    assertThat(PriceFile.builtIn().byModel().values())
        .allSatisfy(price -> assertThat(price.output()).isGreaterThanOrEqualTo(price.input()));
  }

  @Test
  void shouldReadEachLineAsAModel() {
    // When
    PriceTable table =
        PriceFile.read("my.yaml", "llama: {input: 0.2, output: 0.4}\nqwen: {input: 0, output: 1}");

    // Then
    assertThat(table.byModel()).containsOnlyKeys("llama", "qwen");
    assertThat(table.of("llama").orElseThrow().usd(1_000_000, 1_000_000))
        .isEqualByComparingTo("0.6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: {input: 1} | my.yaml: a is",
        "a: {input: 1, output: 2, cached: 3} | my.yaml: a is",
        "a: {input: 1, output: -2} | my.yaml: a has -2",
        "a: {input: 1, output: much} | my.yaml: a has \"much\"",
        "a: 3 | my.yaml: a is 3",
        "a: {input: 1, output: 2} b | line 1",
        "just words | my.yaml has no prices"
      })
  void shouldNameWhatIsWrongAndWhatIsAllowed(String yaml, String says) {
    assertThatThrownBy(() -> PriceFile.read("my.yaml", yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @Test
  void shouldRefuseAModelThatIsThereTwice() {
    assertThatThrownBy(
            () -> PriceFile.read("my.yaml", "a: {input: 1, output: 2}\na: {input: 1, output: 3}"))
        .hasMessageContaining("my.yaml, line 2");
  }

  @Test
  void shouldRefuseAnEmptyFile() {
    assertThatThrownBy(() -> PriceFile.read("my.yaml", ""))
        .hasMessageContaining("must have lines such as gpt-4o: {input: 2.50, output: 10.00}");
  }
}
