package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.core.run.PlayedRun;
import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.figure.Plot;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScorePlotTest {

  /** Dots of the legend. */
  private static final int KEYS = 2;

  @Test
  void shouldHaveADotForEachScoredCandidate() {
    // Given
    RunReport report = Reports.of(PlayedRun.annealed(8, 1).play());
    List<StepRecord> scored =
        report.steps().stream().filter(step -> step.correct() != null).toList();

    // When
    Plot plot = Objects.requireNonNull(ScorePlot.of(report));

    // Then
    assertThat(scored).isNotEmpty();
    assertThat(plot.dots()).hasSize(scored.size() + KEYS);
    StepRecord first = scored.getFirst();
    assertThat(plot.dots().getFirst().tip())
        .isEqualTo(
            "step %d, %s: %d of %d"
                .formatted(
                    first.step(),
                    first.accepted() ? "accepted" : "rejected",
                    first.correct(),
                    first.evaluated()));
  }

  @Test
  void shouldTellAcceptedFromRejectedByColour() {
    // Given
    RunReport report = Reports.of(PlayedRun.annealed(8, 1).play());

    // When
    Plot plot = Objects.requireNonNull(ScorePlot.of(report));

    // Then
    assertThat(
            plot.dots().stream()
                .filter(dot -> dot.tip().contains("accepted"))
                .map(Plot.Dot::colour)
                .distinct())
        .hasSize(1)
        .doesNotContainAnyElementsOf(
            plot.dots().stream()
                .filter(dot -> dot.tip().contains("rejected"))
                .map(Plot.Dot::colour)
                .toList());
  }

  @Test
  void shouldStayWithinItsBox() {
    // When
    Plot plot = Objects.requireNonNull(ScorePlot.of(Reports.of(PlayedRun.screened(6, 2).play())));

    // Then
    assertThat(plot.dots())
        .allSatisfy(
            dot -> {
              assertThat(dot.x()).isBetween(0.0, plot.width());
              assertThat(dot.y()).isBetween(0.0, plot.height());
            });
  }

  @Test
  void shouldBeAbsentBeforeAnythingIsScored() {
    assertThat(ScorePlot.of(Reports.of(PlayedRun.annealed(8, 1)))).isNull();
  }
}
