package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentReaderTest {

  private static final String LEAST =
      """
      name: rates
      base: {prompt: Answer., metric: {type: number}}
      variants: {textgrad: {}, rate-1: {optimizer: {learningRate: {limit: 1}}}}
      seeds: [1, 2]
      """;

  @Test
  void shouldReadTheLeastThatIsNeeded() {
    // When
    ExperimentSpec spec = read(LEAST);

    // Then
    assertThat(spec.name()).isEqualTo("rates");
    assertThat(spec.datasets()).extracting(SpecOverlay::name).containsExactly("data");
    assertThat(spec.variants()).extracting(SpecOverlay::name).containsExactly("textgrad", "rate-1");
    assertThat(spec.seeds()).containsExactly(1, 2);
    assertThat(spec.parallel()).isNull();
    assertThat(spec.pairing()).isEqualTo(Pairing.SEED);
    assertThat(spec.runs()).isEqualTo(4);
  }

  @Test
  void shouldReadDatasetsWithTransfersAndSettings() {
    // When
    ExperimentSpec spec =
        read(
            LEAST
                + """
                datasets:
                  counting: {dataset: {id: a}, transfer: {arithmetic: {dataset: {id: b}}}}
                  navigate: {metric: {type: choice}}
                parallel: 2
                pairing: none
                """);

    // Then
    assertThat(spec.datasets())
        .extracting(SpecOverlay::name)
        .containsExactly("counting", "navigate");
    assertThat(spec.datasets().getFirst().spec().toString())
        .isEqualTo("{\"dataset\":{\"id\":\"a\"}}");
    assertThat(spec.datasets().getFirst().transfers())
        .singleElement()
        .extracting(SpecOverlay::name)
        .isEqualTo("arithmetic");
    assertThat(spec.parallel()).isEqualTo(2);
    assertThat(spec.pairing()).isEqualTo(Pairing.NONE);
    assertThat(spec.runs()).isEqualTo((2 + 1) * 2 * 2);
  }

  @Test
  void shouldTakeAVariantThatSaysNothing() {
    assertThat(read("{name: a, base: {}, variants: {plain: }, seeds: [0]}").runs()).isEqualTo(1);
  }

  @Test
  void shouldTellAllThatIsWrongAtOnce() {
    assertThat(
            problems(
                """
                name: "two words"
                base: {seed: 3, name: x}
                variants: {"a.b": {seed: 1}, plain: 5}
                datasets: {}
                seeds: [1, 1]
                parallel: 0
                pairing: sometimes
                sedes: [1]
                """))
        .extracting(Problem::key)
        .containsExactlyInAnyOrder(
            "sedes",
            "name",
            "base.seed",
            "base.name",
            "datasets",
            "variants",
            "variants.a.b.seed",
            "variants.plain",
            "seeds",
            "parallel",
            "pairing");
  }

  @Test
  void shouldNameTheValueAndWhatIsAllowed() {
    assertThat(problems(LEAST.replace("[1, 2]", "[1, -2]")))
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo(
            "seeds is '[1,-2]'; must be a list of different whole numbers from 0 to 999999999");
    assertThat(problems(LEAST.replace("variants", "variations")))
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("variations") && message.contains("variants"))
        .anyMatch(message -> message.startsWith("variants is missing"));
  }

  @Test
  void shouldRefuseMoreRunsThanOneExperimentMayHave() {
    // Given
    String seeds =
        IntStream.range(0, 501).mapToObj(Integer::toString).collect(Collectors.joining(", "));

    // Then
    assertThat(problems(LEAST.replace("1, 2", seeds)))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("1002 runs", "at most 1000");
  }

  @Test
  void shouldRefuseWhatIsNoObject() {
    assertThatThrownBy(() -> ExperimentReader.read(Trees.yaml("a: [1]").path("a")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("name, base, datasets, variants, seeds");
  }

  private static ExperimentSpec read(String yaml) {
    return ExperimentReader.read(Trees.yaml(yaml));
  }

  private static List<Problem> problems(String yaml) {
    try {
      read(yaml);
    } catch (RefusedException refused) {
      return refused.problems();
    }
    return List.of();
  }
}
