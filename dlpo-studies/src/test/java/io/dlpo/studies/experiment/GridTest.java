package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  private static final ExperimentSpec SPEC =
      ExperimentReader.read(
          Trees.yaml(
              """
              name: grid
              base:
                prompt: Answer.
                dataset: {id: a, split: {train: 50, validation: 50, test: 150}}
                metric: {type: number}
                optimizer: {profile: best-practice, steps: 10}
              datasets:
                one: {transfer: {far: {dataset: {id: c, split: {test: 300}}, metric: {type: exact}}}}
                two: {dataset: {id: b}}
              variants:
                plain: {}
                bold: {optimizer: {steps: 20, annealing: false}}
              seeds: [5, 6]
              """));

  @Test
  void shouldGoSeedBySeedWithEachTransferAfterItsTraining() {
    assertThat(Grid.of(SPEC))
        .extracting(run -> run.cell().id())
        .containsExactly(
            "one.plain.5",
            "one.plain.5.far",
            "one.bold.5",
            "one.bold.5.far",
            "two.plain.5",
            "two.bold.5",
            "one.plain.6",
            "one.plain.6.far",
            "one.bold.6",
            "one.bold.6.far",
            "two.plain.6",
            "two.bold.6");
  }

  @Test
  void shouldPutMessagesInThePlaceOfAPrompt() {
    // Given
    ExperimentSpec experiment =
        ExperimentReader.read(
            Trees.yaml(
                """
                name: grid
                base: {prompt: Answer.}
                datasets:
                  one: {transfer: {far: {}}}
                variants:
                  chat: {messages: [{role: user, content: 'Q'}]}
                  both: {prompt: A., messages: [{role: user, content: 'Q'}]}
                seeds: [5]
                """));

    // When
    List<PlannedRun> runs = Grid.of(experiment);

    // Then
    assertThat(runs.get(0).spec().has("prompt")).isFalse();
    assertThat(runs.get(0).spec().path("messages")).hasSize(1);
    assertThat(runs.get(2).spec().has("prompt")).isTrue();
    assertThat(runs.get(2).spec().has("messages")).isTrue();
    ObjectNode transfer = runs.get(1).scoring("Best.").spec();
    assertThat(transfer.path("prompt").textValue()).isEqualTo("Best.");
    assertThat(transfer.has("messages")).isFalse();
  }

  @Test
  void shouldPutVariantOverDatasetOverBase() {
    // When
    ObjectNode spec = spec("two.bold.6");

    // Then
    assertThat(spec)
        .isEqualTo(
            Trees.yaml(
                """
                prompt: Answer.
                dataset: {id: b, split: {train: 50, validation: 50, test: 150}}
                metric: {type: number}
                optimizer: {profile: best-practice, steps: 20, annealing: false}
                seed: 6
                name: grid/two.bold.6
                """));
  }

  @Test
  void shouldMakeOfATransferTheShortestRunOnItsOwnData() {
    // When
    ObjectNode spec = spec("one.bold.5.far");

    // Then
    assertThat(spec)
        .isEqualTo(
            Trees.yaml(
                """
                prompt: Answer.
                dataset: {id: c, split: {train: 1, validation: 0, test: 300}}
                metric: {type: exact}
                optimizer: {profile: textgrad, batchSize: 1, steps: 1, maxRedraws: 0, annealing: {split: TRAIN}}
                seed: 5
                name: grid/one.bold.5.far
                """));
  }

  @Test
  void shouldScoreThePromptThatWasTrained() {
    // When
    PlannedRun run = run("one.plain.5.far").scoring("Think.");

    // Then
    assertThat(run.spec().path("prompt").asText()).isEqualTo("Think.");
    assertThat(run("one.plain.5.far").spec().path("prompt").asText()).isEqualTo("Answer.");
  }

  @Test
  void shouldKnowByItsCellWhatTrainedATransfer() {
    assertThat(run("one.plain.5.far").cell().trainedBy()).contains("one.plain.5");
    assertThat(run("one.plain.5").cell().trainedBy()).isEmpty();
  }

  @Test
  void shouldGiveEachCellARunIdOfItsOwnThatAnotherAttemptFindsAgain() {
    // Given
    List<PlannedRun> runs = Grid.of(SPEC);
    ExperimentId id = ExperimentId.of("grid", runs);

    // When
    List<RunId> runIds = runs.stream().map(run -> id.runId(run.cell())).toList();

    // Then
    ExperimentId again = ExperimentId.of("grid", Grid.of(SPEC));
    assertThat(again).isEqualTo(id);
    assertThat(id.value()).matches("grid-[0-9a-f]{10}");
    assertThat(runIds)
        .doesNotHaveDuplicates()
        .isEqualTo(runs.stream().map(run -> again.runId(run.cell())).toList());
    assertThat(runIds.getFirst().value()).isEqualTo("x" + id.value().substring(5) + ".one.plain.5");
  }

  @Test
  void shouldGiveAnExperimentOfAnotherNameRunsOfItsOwn() {
    // Given
    List<PlannedRun> runs = Grid.of(SPEC);
    ExperimentId one = ExperimentId.of("one", runs);
    ExperimentId other = ExperimentId.of("other", runs);

    // Then
    assertThat(runs).noneMatch(run -> one.runId(run.cell()).equals(other.runId(run.cell())));
  }

  @Test
  void shouldFitTheLongestNamesIntoARunId() {
    // Given
    String longest = "a".repeat(20);
    Cell cell = new Cell(longest, longest, 999_999_999, longest);

    // Then
    assertThat(ExperimentId.of("b".repeat(24), List.of()).runId(cell).value().length())
        .isLessThanOrEqualTo(100);
    assertThat(("b".repeat(24) + "/" + cell.id()).length())
        .as("the run's name")
        .isLessThanOrEqualTo(100);
  }

  @Test
  void shouldTellExperimentsApartByAllThatDecidesTheirRunsOnly() {
    // Given
    List<PlannedRun> runs = List.of(run("two.plain.5"));
    ObjectNode renamed = spec("two.plain.5");
    renamed.put("name", "other").withObject("dataset").put("name", "other.csv");
    ObjectNode changed = spec("two.plain.5");
    changed.put("prompt", "Other.");

    // Then
    ExperimentId id = ExperimentId.of("grid", runs);
    assertThat(ExperimentId.of("grid", List.of(runs.getFirst().resolved(renamed)))).isEqualTo(id);
    assertThat(ExperimentId.of("grid", List.of(runs.getFirst().resolved(changed))))
        .isNotEqualTo(id);
    assertThat(ExperimentId.of("grid", List.of())).isNotEqualTo(id);
  }

  private static ObjectNode spec(String cell) {
    return run(cell).spec();
  }

  private static PlannedRun run(String cell) {
    return Grid.of(SPEC).stream()
        .filter(run -> run.cell().id().equals(cell))
        .findFirst()
        .orElseThrow();
  }
}
