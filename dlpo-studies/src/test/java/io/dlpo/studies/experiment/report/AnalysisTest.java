package io.dlpo.studies.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.core.statistics.SampleSummary;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellStatus;
import io.dlpo.studies.experiment.report.VariantResult.CurvePoint;
import io.dlpo.studies.experiment.report.VariantResult.SeedValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The accuracies are those whose statistics SciPy has worked out for the package statistics. */
class AnalysisTest {

  private static final Offset<Double> CLOSE = within(1e-8);
  private static final int[] FIRST = {62, 71, 55, 80, 66};
  private static final int[] SECOND = {70, 74, 68, 79, 77};
  private static final int[] WIDE = {50, 90, 30, 95, 60};

  @Test
  void shouldSumUpEachVariantOverItsSeeds() {
    // When
    ExperimentReport report = Outcomes.none().finished("count", "plain", FIRST).report();

    // Then
    assertThat(report.runs()).isEqualTo(5);
    assertThat(report.finished()).isEqualTo(5);
    VariantResult variant = report.groups().getFirst().variants().getFirst();
    assertThat(variant.accuracies()).contains(new SeedValue(1, .62), new SeedValue(5, .66));
    assertThat(measure(variant, Measure.ACCURACY).mean()).isCloseTo(.668, CLOSE);
    assertThat(measure(variant, Measure.ACCURACY).deviation())
        .isCloseTo(0.09418067742376884, CLOSE);
    assertThat(measure(variant, Measure.GAIN).mean()).isCloseTo(.268, CLOSE);
    assertThat(measure(variant, Measure.LENGTH).mean()).isEqualTo("Think about plain".length());
    assertThat(measure(variant, Measure.SENTENCES).mean()).isEqualTo(1);
    assertThat(measure(variant, Measure.CALLS).mean()).isEqualTo(67);
    assertThat(measure(variant, Measure.PAID_CALLS).mean()).isEqualTo(60);
    assertThat(measure(variant, Measure.WALL_SECONDS).mean()).isEqualTo(2.5);
    assertThat(variant.meanPaidCalls()).containsEntry(CallPurpose.BATCH, 50.0);
    assertThat(variant.meanPaidCalls()).containsEntry(CallPurpose.TEST, 0.0);
  }

  @Test
  void shouldCompareVariantsSeedBySeed() {
    // When
    ExperimentReport report =
        Outcomes.none()
            .finished("count", "plain", FIRST)
            .finished("count", "bold", SECOND)
            .report();

    // Then
    PairResult comparison = report.groups().getFirst().comparisons().getFirst();
    assertThat(comparison.first()).isEqualTo("plain");
    assertThat(comparison.second()).isEqualTo("bold");
    assertThat(comparison.runs()).isEqualTo(5);
    assertThat(comparison.mean().difference()).isCloseTo(.068, CLOSE);
    assertThat(comparison.mean().test().p()).isCloseTo(0.057645948535499085, CLOSE);
    assertThat(comparison.permutationP()).isEqualTo(0.125);
    assertThat(comparison.adjustedP()).as("a single comparison").isCloseTo(0.0576459485, CLOSE);
  }

  @Test
  void shouldCorrectOverAllComparisonsOfTheReport() {
    // When
    ExperimentReport report =
        Outcomes.none()
            .finished("count", "plain", FIRST)
            .finished("count", "bold", SECOND)
            .finished("count", "wide", WIDE)
            .finished("sort", "plain", FIRST)
            .finished("sort", "bold", SECOND)
            .report();

    // Then
    List<PairResult> all =
        report.groups().stream().flatMap(group -> group.comparisons().stream()).toList();
    assertThat(all).hasSize(3 + 1);
    assertThat(all.getFirst().adjustedP()).isCloseTo(4 * 0.057645948535499085, CLOSE);
    assertThat(all.get(1).spread().p()).isCloseTo(0.08529076341428066, CLOSE);
    assertThat(report.groups().getFirst().spread())
        .extracting(Objects::requireNonNull)
        .satisfies(spread -> assertThat(spread.p()).isCloseTo(0.029097161799266344, CLOSE));
    assertThat(all).allMatch(one -> Objects.requireNonNull(one.adjustedSpreadP()) <= 1);
  }

  @Test
  void shouldTakeTheMeanOverTheDatasetsForEachSeedThatHasFinishedOnAll() {
    // When
    ExperimentReport report =
        Outcomes.none()
            .finished("count", "plain", 50, 60, 70)
            .finished("sort", "plain", 70, 90)
            .finished("count", "bold", 60, 80)
            .finished("sort", "bold", 80, 90)
            .transferred(new Cell("count", "plain", 1, "far"), 10)
            .report();

    // Then
    Group overall = Objects.requireNonNull(report.overall());
    assertThat(overall.title()).isEqualTo("all datasets");
    VariantResult plain = overall.variants().getFirst();
    assertThat(plain.accuracies()).containsExactly(new SeedValue(1, .6), new SeedValue(2, .75));
    assertThat(measure(plain, Measure.GAIN).mean()).isCloseTo(.275, CLOSE);
    assertThat(plain.curve()).as("datasets differ in their steps").isEmpty();
    PairResult compared = overall.comparisons().getFirst();
    assertThat(compared.runs()).isEqualTo(2);
    assertThat(compared.mean().difference()).isCloseTo(.1, CLOSE);
    assertThat(compared.adjustedP())
        .as("alone in its family")
        .isEqualTo(compared.mean().test().p());
  }

  @Test
  void shouldSayNothingOverallOfASingleDataset() {
    assertThat(Outcomes.none().finished("count", "plain", 50).report().overall()).isNull();
  }

  @Test
  void shouldCompareAsAWholeWhereRunsAreNotPaired() {
    // When
    ExperimentReport report =
        Outcomes.none()
            .unpaired()
            .finished("count", "plain", FIRST)
            .finished("count", "bold", SECOND)
            .report();

    // Then
    PairResult comparison = report.groups().getFirst().comparisons().getFirst();
    assertThat(comparison.mean().test().p()).isCloseTo(0.19881800109935296, CLOSE);
    assertThat(comparison.permutationP()).isNull();
  }

  @Test
  void shouldPairOnlySeedsThatBothHaveFinished() {
    // When
    ExperimentReport report =
        Outcomes.none()
            .finished("count", "plain", 50, 60, 70)
            .finished("count", "bold", 55, 65)
            .other(new Cell("count", "bold", 3, null), CellStatus.RUNNING)
            .report();

    // Then
    assertThat(report.groups().getFirst().comparisons().getFirst().runs()).isEqualTo(2);
    assertThat(report.finished()).isEqualTo(5);
    assertThat(report.cells().getLast().status()).isEqualTo(CellStatus.RUNNING);
    assertThat(report.cells().getLast().accuracy()).isNull();
  }

  @Test
  void shouldCountNoRunThatDidNotFinish() {
    // Given
    Outcomes outcomes = Outcomes.none().finished("count", "plain", 50);

    // When
    ExperimentReport report =
        outcomes
            .ended(
                new Cell("count", "plain", 2, null),
                CellStatus.CANCELLED,
                outcomes.result(0, 0, "x"))
            .report();

    // Then
    VariantResult variant = report.groups().getFirst().variants().getFirst();
    assertThat(variant.accuracies()).containsExactly(new SeedValue(1, .5));
    assertThat(measure(variant, Measure.ACCURACY).interval()).isNull();
    assertThat(report.finished()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheTrainedPromptsScoreForATransfer() {
    // When
    ExperimentReport report =
        Outcomes.none()
            .finished("count", "plain", 70)
            .transferred(new Cell("count", "plain", 1, "arithmetic"), 33)
            .report();

    // Then
    assertThat(report.groups())
        .extracting(Group::title)
        .containsExactly("count", "trained on count, scored on arithmetic");
    VariantResult transferred = report.groups().getLast().variants().getFirst();
    assertThat(measure(transferred, Measure.ACCURACY).mean()).isEqualTo(.33);
    assertThat(transferred.curve()).as("nothing is trained in a transfer").isEmpty();
    assertThat(transferred.measures()).doesNotContainKeys(Measure.BASELINE, Measure.GAIN);
    assertThat(report.cells().getLast().adjustedP()).isNull();
  }

  @Test
  void shouldCorrectTheComparisonsOfBaselineAndBestOverAllRuns() {
    // When
    ExperimentReport report = Outcomes.none().finished("count", "plain", 46, 60).report();

    // Then
    assertThat(report.cells().getFirst().adjustedP()).isCloseTo(2 * Math.pow(.5, 6), CLOSE);
    assertThat(report.cells().getLast().adjustedP()).isCloseTo(2 * 2 * Math.pow(.5, 20), CLOSE);
  }

  @Test
  void shouldCallAResultSimulatedAsSoonAsOneRunIs() {
    assertThat(Outcomes.none().finished("a", "b", 1).report().simulated()).isFalse();
    assertThat(
            Outcomes.none()
                .finished("a", "b", 1)
                .forward("sim-student")
                .finished("c", "b", 1)
                .report()
                .simulated())
        .isTrue();
  }

  @Test
  void shouldSayNothingOfAnExperimentThatHasNothingYet() {
    // When
    ExperimentReport report =
        Outcomes.none()
            .other(new Cell("count", "plain", 1, null), CellStatus.WAITING)
            .other(new Cell("count", "bold", 1, null), CellStatus.WAITING)
            .report();

    // Then
    assertThat(report.groups().getFirst().comparisons()).isEmpty();
    assertThat(report.groups().getFirst().spread()).isNull();
    assertThat(report.groups().getFirst().variants())
        .allSatisfy(variant -> assertThat(variant.measures()).isEmpty());
  }

  @Test
  void shouldMeanTheCurvesAndKeepTheLastValueOfARunThatEndedEarlier() {
    assertThat(AccuracyCurve.of(List.of(List.of(.2, .4, .6), List.of(.4))))
        .usingRecursiveFieldByFieldElementComparator()
        .hasSize(3)
        .contains(new CurvePoint(2, 2, .5, .4, .6));
    assertThat(AccuracyCurve.of(List.of())).isEmpty();
  }

  private static SampleSummary measure(VariantResult variant, Measure measure) {
    Map<Measure, SampleSummary> measures = variant.measures();
    return Objects.requireNonNull(measures.get(measure));
  }
}
