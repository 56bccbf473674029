package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.core.spec.ResolvedRun;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimulatedRunTest {

  private static final String[] ALL_WRONG = {
    "accuracy.start=0",
    "accuracy.end=0",
    "candidate.none=0",
    "candidate.none.end=0",
    "reply.unreadable=0",
    "regularization.removes=0"
  };

  @Test
  void shouldPayForAllThatAHopelessRunAsks() {
    // When
    Map<Stage, Usage> spent = play("profile: textgrad, batchSize: 5, steps: 3", ALL_WRONG).spent();

    // Then: each step has another prompt, and the shortest of equally bad ones is tested
    assertThat(paid(spent, Stage.VALIDATION)).isEqualTo(4 * EstimatedRuns.VALIDATION);
    assertThat(paid(spent, Stage.BATCH)).isEqualTo(3 * 5);
    assertThat(paid(spent, Stage.CRITIQUE)).isEqualTo(3 * 5);
    assertThat(paid(spent, Stage.REDUCTION)).isEqualTo(3);
    assertThat(paid(spent, Stage.UPDATE)).isEqualTo(3);
    assertThat(paid(spent, Stage.TEST)).isEqualTo(EstimatedRuns.TEST);
    assertThat(spent).doesNotContainKeys(Stage.ACCEPTANCE, Stage.CONTRAST, Stage.JUDGE);
  }

  @Test
  void shouldAskNothingOfTheBackwardModelWithoutAMistake() {
    // When
    Map<Stage, Usage> spent =
        play("profile: textgrad, batchSize: 5, steps: 3", "accuracy.start=1", "accuracy.end=1")
            .spent();

    // Then: redrawn batches pay for each training example once
    assertThat(spent).containsOnlyKeys(Stage.VALIDATION, Stage.BATCH, Stage.TEST);
    assertThat(paid(spent, Stage.VALIDATION)).isEqualTo(EstimatedRuns.VALIDATION);
    assertThat(paid(spent, Stage.BATCH)).isBetween(10, EstimatedRuns.TRAIN);
    assertThat(paid(spent, Stage.TEST)).isEqualTo(EstimatedRuns.TEST);
  }

  @Test
  void shouldDrawFromTheSamePromptWhileUpdatesChangeNothing() {
    // When
    Map<Stage, Usage> spent =
        play(
                "profile: textgrad, batchSize: 5, steps: 20",
                "accuracy.start=0",
                "accuracy.end=0",
                "candidate.none=1",
                "candidate.none.end=1",
                "reply.unreadable=0")
            .spent();

    // Then: the ledger answers what was asked in an earlier batch, critiques among it
    Usage batch = spent.get(Stage.BATCH);
    assertThat(batch.paid() + batch.ledger()).isEqualTo(100);
    assertThat(batch.paid()).isLessThanOrEqualTo(EstimatedRuns.TRAIN);
    assertThat(paid(spent, Stage.CRITIQUE)).isEqualTo(batch.paid());
    assertThat(paid(spent, Stage.VALIDATION)).isEqualTo(EstimatedRuns.VALIDATION);
  }

  @Test
  void shouldPayNothingForBatchesWithinWhatAcceptanceOnTrainHasAsked() {
    // When
    Map<Stage, Usage> spent =
        play("annealing: {split: TRAIN}, batchSize: 5, steps: 4", ALL_WRONG).spent();

    // Then
    assertThat(paid(spent, Stage.ACCEPTANCE)).isEqualTo(5 * EstimatedRuns.TRAIN);
    assertThat(paid(spent, Stage.BATCH)).isZero();
    assertThat(spent.get(Stage.BATCH).ledger()).isEqualTo(20);
    assertThat(paid(spent, Stage.VALIDATION)).isEqualTo(5 * EstimatedRuns.VALIDATION);
  }

  @Test
  void shouldScoreNoPromptTwiceWhereAcceptanceIsValidation() {
    // When
    Map<Stage, Usage> spent = play("batchSize: 5, steps: 4", ALL_WRONG).spent();

    // Then
    assertThat(paid(spent, Stage.ACCEPTANCE)).isEqualTo(5 * EstimatedRuns.VALIDATION);
    assertThat(spent).doesNotContainKey(Stage.VALIDATION);
  }

  @Test
  void shouldAskAgainForEveryReplyThatCannotBeRead() {
    // When
    Map<Stage, Usage> spent =
        play(
                "profile: textgrad, batchSize: 5, steps: 3",
                "accuracy.start=0",
                "accuracy.end=0",
                "reply.unreadable=1",
                "candidate.none=0",
                "candidate.none.end=0")
            .spent();

    // Then
    assertThat(paid(spent, Stage.UPDATE)).isEqualTo(6);
    assertThat(paid(spent, Stage.REDUCTION)).isEqualTo(3);
  }

  @Test
  void shouldRegularizeEachUpdateOfBestPractice() {
    // When
    Map<Stage, Usage> spent =
        play("profile: best-practice, batchSize: 5, steps: 3", ALL_WRONG).spent();

    // Then
    assertThat(paid(spent, Stage.REGULARIZATION)).isEqualTo(paid(spent, Stage.UPDATE));
    assertThat(paid(spent, Stage.UPDATE)).isPositive();
  }

  @Test
  void shouldSeeThatTheBudgetEndsTheRun() {
    // Given
    ResolvedRun run =
        EstimatedRuns.with(
            "profile: textgrad, batchSize: 5, steps: 20",
            "metric: {type: number}\nbudget: {calls: 120}");

    // When
    SimulatedRunResult played = play(run, 0, ALL_WRONG);

    // Then
    assertThat(played.endedByBudget()).isTrue();
    assertThat(played.steps()).isLessThan(20);
    assertThat(played.spent().values().stream().mapToInt(Usage::paid).sum())
        .isLessThanOrEqualTo(120 + 2 * EstimatedRuns.TEST);
  }

  @Test
  void shouldHaveEachAnswerJudged() {
    // Given
    ResolvedRun run =
        EstimatedRuns.with(
            "profile: textgrad, batchSize: 5, steps: 3",
            "metric: {type: judge, rubric: Be kind., engine: {model: gpt-4o}}");

    // When
    Map<Stage, Usage> spent = play(run, 0, ALL_WRONG).spent();

    // Then
    int answers =
        paid(spent, Stage.BATCH) + paid(spent, Stage.VALIDATION) + paid(spent, Stage.TEST);
    assertThat(paid(spent, Stage.JUDGE)).isEqualTo(answers);
  }

  @Property(tries = 40)
  void shouldComeToAnEndWithinWhatARunCanAsk(
      @ForAll @IntRange(max = 10_000) int number,
      @ForAll @IntRange(min = 1, max = 8) int steps,
      @ForAll @IntRange(min = 1, max = 10) int batch,
      @ForAll @IntRange(min = 1, max = 4) int rungs) {
    for (String profile : List.of("annealing", "reference", "best-practice")) {
      // Given
      ResolvedRun run =
          EstimatedRuns.of(
              "profile: %s, batchSize: %d, steps: %d, annealing: {rungs: %d}"
                  .formatted(profile, batch, steps, rungs));

      // When
      SimulatedRunResult played = play(run, number);

      // Then
      Map<Stage, Usage> spent = played.spent();
      assertThat(played.endedByBudget()).isFalse();
      assertThat(paid(spent, Stage.BATCH)).isLessThanOrEqualTo(steps * EstimatedRuns.TRAIN);
      assertThat(paid(spent, Stage.CRITIQUE)).isLessThanOrEqualTo(steps * batch);
      assertThat(paid(spent, Stage.TEST)).isIn(EstimatedRuns.TEST, 2 * EstimatedRuns.TEST);
      assertThat(play(run, number)).isEqualTo(played);
    }
  }

  private static SimulatedRunResult play(String optimizer, String... given) {
    return play(EstimatedRuns.of(optimizer), 0, given);
  }

  private static SimulatedRunResult play(ResolvedRun run, int number, String... given) {
    Assumptions assumptions = Estimator.defaults(run.settings()).given(List.of(given));
    Meter meter = new Meter(run.settings());
    return SimulatedRun.play(
        EstimatedRuns.context(run),
        new SimulatedServices(run.settings(), assumptions, meter, number));
  }

  private static int paid(Map<Stage, Usage> spent, Stage stage) {
    return spent.getOrDefault(stage, Usage.NONE).paid();
  }
}
