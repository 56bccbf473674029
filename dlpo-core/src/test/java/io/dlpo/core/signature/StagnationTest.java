package io.dlpo.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.step.AggregateScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagnationTest {

  @ParameterizedTest
  @CsvSource({"5, 50, false", "6, 50, true", "30, 94, true", "30, 95, false", "30, 100, false"})
  void shouldAskForManyUpdatesAndForMuchThatIsLeft(int updates, int correct, boolean recognised) {
    assertThat(
            Stagnation.after(updates, LostUpdates.NONE, new AggregateScore(correct, 100), false)
                .isPresent())
        .isEqualTo(recognised);
  }

  @Test
  void shouldNameTheFiguresAndWhatToChange() {
    assertThat(Stagnation.after(7, LostUpdates.NONE, new AggregateScore(31, 50), false))
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(SignatureKind.STAGNATION);
              assertThat(found.warning())
                  .isEqualTo(
                      "Stagnation: 7 updates in a row did not improve on an accuracy of 0.62 on 50"
                          + " examples. Raise optimizer.annealing.temperature or optimizer.learningRate.limit, let"
                          + " them fall more slowly, or learn from larger batches"
                          + " (optimizer.batchSize).");
            });
  }

  @Test
  void shouldSayThatTheRunNeverImproved() {
    assertThat(Stagnation.after(6, LostUpdates.NONE, new AggregateScore(20, 50), true))
        .hasValueSatisfying(
            found ->
                assertThat(found.warning())
                    .contains(
                        "6 updates in a row from the first on brought nothing better than an"
                            + " accuracy of 0.40 on 50 examples"));
  }

  @ParameterizedTest
  @CsvSource({
    "6, 6, 0, 6 of them could not be read",
    "6, 1, 2, 1 of them could not be read",
    "11, 4, 3, 4 of them could not be read",
    "6, 0, 6, 6 of them changed nothing",
    "6, 0, 3, 3 of them changed nothing",
  })
  void shouldNotBlameTheTemperatureIfFewUpdatesGaveACandidate(
      int updates, int unreadable, int unchanged, String cause) {
    assertThat(warning(updates, unreadable, unchanged))
        .startsWith(
            "Stagnation: " + updates + " updates in a row did not improve on an accuracy of 0.62")
        .contains(cause, "a stronger backward model (engines.backward.model)")
        .doesNotContain("temperature");
  }

  @Test
  void shouldNameBothCausesIfMostUpdatesGaveACandidate() {
    assertThat(warning(7, 2, 1))
        .contains("optimizer.annealing.temperature", "2 of them could not be read")
        .doesNotContain("changed nothing");
  }

  private static String warning(int updates, int unreadable, int unchanged) {
    return Stagnation.after(
            updates, new LostUpdates(unreadable, unchanged), new AggregateScore(31, 50), false)
        .orElseThrow()
        .warning();
  }
}
