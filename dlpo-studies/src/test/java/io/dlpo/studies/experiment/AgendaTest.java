package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.id.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AgendaTest {

  @Test
  void shouldBeginAsManyAsThereArePlacesInTheirOrder() {
    // Given
    List<CellState> cells =
        List.of(
            training(1, CellStatus.FINISHED),
            training(2, CellStatus.RUNNING),
            training(3, CellStatus.WAITING),
            training(4, CellStatus.WAITING),
            training(5, CellStatus.WAITING));

    // Then
    assertThat(begun(cells, 3)).containsExactly("data.plain.3", "data.plain.4");
    assertThat(begun(cells, 1)).isEmpty();
  }

  @Test
  void shouldLeaveItsPlaceToARunThatIsAskedForOrPaused() {
    // Given
    List<CellState> cells =
        List.of(
            training(1, CellStatus.REQUESTED),
            training(2, CellStatus.PAUSED),
            training(3, CellStatus.WAITING));

    // Then
    assertThat(begun(cells, 2)).isEmpty();
    assertThat(begun(cells, 3)).containsExactly("data.plain.3");
  }

  @Test
  void shouldBeginATransferOnlyAfterItsTraining() {
    // Given
    List<CellState> early =
        List.of(training(1, CellStatus.RUNNING), transfer(1, CellStatus.WAITING));
    List<CellState> late =
        List.of(training(1, CellStatus.FINISHED), transfer(1, CellStatus.WAITING));

    // Then
    assertThat(begun(early, 4)).isEmpty();
    assertThat(new Agenda(early).skip()).isEmpty();
    assertThat(begun(late, 4)).containsExactly("data.plain.1.far");
  }

  @Test
  void shouldWaitForAResultThatIsNotKeptYet() {
    // Given
    Cell trained = new Cell("data", "plain", 1, null);
    CellState ended =
        new CellState(trained, new RunId("x"), CellStatus.FINISHED, false, 10, 10, null);
    List<CellState> cells = List.of(ended, transfer(1, CellStatus.WAITING));

    // Then
    assertThat(begun(cells, 4)).isEmpty();
    assertThat(new Agenda(List.of(ended)).isDone()).isFalse();
  }

  @Test
  void shouldSkipATransferWhoseTrainingLeftNoPrompt() {
    // Given
    List<CellState> cells =
        List.of(training(1, CellStatus.CANCELLED), transfer(1, CellStatus.WAITING));

    // Then
    assertThat(begun(cells, 4)).isEmpty();
    assertThat(new Agenda(cells).skip())
        .singleElement()
        .extracting(state -> state.cell().id())
        .isEqualTo("data.plain.1.far");
    assertThat(new Agenda(cells).isDone()).isFalse();
  }

  @Test
  void shouldBeDoneWhenNothingMoreCanCome() {
    assertThat(
            new Agenda(
                    List.of(
                        training(1, CellStatus.FAILED),
                        transfer(1, CellStatus.SKIPPED),
                        training(2, CellStatus.FINISHED)))
                .isDone())
        .isTrue();
    assertThat(new Agenda(List.of(training(1, CellStatus.PAUSED))).isDone()).isFalse();
  }

  @Property(tries = 200)
  void shouldBringEveryExperimentToItsEndWithinItsBounds(
      @ForAll @IntRange(min = 1, max = 8) int seeds,
      @ForAll @IntRange(min = 1, max = 5) int parallel,
      @ForAll long chance) {
    // Given
    SplittableRandom random = new SplittableRandom(chance);
    List<CellState> cells =
        new ArrayList<>(
            IntStream.range(0, seeds)
                .boxed()
                .flatMap(
                    seed ->
                        Stream.of(
                            training(seed, CellStatus.WAITING), transfer(seed, CellStatus.WAITING)))
                .toList());
    List<String> begun = new ArrayList<>();

    // When
    for (int round = 0; round < 1000 && !new Agenda(cells).isDone(); round++) {
      Agenda agenda = new Agenda(cells);
      agenda.skip().forEach(state -> become(cells, state, CellStatus.SKIPPED));
      for (CellState state : agenda.begin(parallel)) {
        begun.add(state.cell().id());
        become(cells, state, CellStatus.RUNNING);
      }
      assertThat(cells.stream().filter(state -> state.status().isActive()).count())
          .isLessThanOrEqualTo(parallel);
      cells.stream()
          .filter(state -> state.status() == CellStatus.RUNNING && random.nextBoolean())
          .toList()
          .forEach(
              state ->
                  become(
                      cells,
                      state,
                      random.nextInt(4) == 0 ? CellStatus.FAILED : CellStatus.FINISHED));
    }

    // Then
    assertThat(new Agenda(cells).isDone()).isTrue();
    assertThat(begun).doesNotHaveDuplicates();
  }

  @Test
  void shouldCallAnExperimentPausedOnceNothingGoesOn() {
    // Given
    CellState paused = training(1, CellStatus.PAUSED);
    CellState running = training(2, CellStatus.RUNNING);
    CellState waiting = training(3, CellStatus.WAITING);

    // Then
    assertThat(ExperimentStatus.RUNNING.seen(List.of(paused, running, waiting), 2))
        .isEqualTo(ExperimentStatus.RUNNING);
    assertThat(ExperimentStatus.RUNNING.seen(List.of(paused, waiting), 2))
        .as("there is a place left")
        .isEqualTo(ExperimentStatus.RUNNING);
    assertThat(ExperimentStatus.RUNNING.seen(List.of(paused, waiting), 1))
        .isEqualTo(ExperimentStatus.PAUSED);
    assertThat(ExperimentStatus.RUNNING.seen(List.of(waiting), 1))
        .isEqualTo(ExperimentStatus.RUNNING);
    assertThat(ExperimentStatus.PAUSED.seen(List.of(running), 1))
        .isEqualTo(ExperimentStatus.PAUSED);
    assertThat(ExperimentStatus.FINISHED.seen(List.of(), 1)).isEqualTo(ExperimentStatus.FINISHED);
  }

  private static List<String> begun(List<CellState> cells, int parallel) {
    return new Agenda(cells).begin(parallel).stream().map(state -> state.cell().id()).toList();
  }

  private static void become(List<CellState> cells, CellState state, CellStatus status) {
    cells.replaceAll(
        other -> other.cell().equals(state.cell()) ? state(state.cell(), status) : other);
  }

  private static CellState training(int seed, CellStatus status) {
    return state(new Cell("data", "plain", seed, null), status);
  }

  private static CellState transfer(int seed, CellStatus status) {
    return state(new Cell("data", "plain", seed, "far"), status);
  }

  private static CellState state(Cell cell, CellStatus status) {
    return new CellState(cell, new RunId("x" + cell.id()), status, status.hasEnded(), 0, 10, null);
  }
}
