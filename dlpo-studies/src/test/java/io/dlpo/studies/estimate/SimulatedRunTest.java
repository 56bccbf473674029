package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
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
    Map<CallPurpose, Usage> spent =
        play("profile: textgrad, batchSize: 5, steps: 3", ALL_WRONG).spent();

    // Then: each step has another prompt, and the shortest of equally bad ones is tested
    assertThat(paid(spent, CallPurpose.VALIDATION)).isEqualTo(4 * EstimatedRuns.VALIDATION);
    assertThat(paid(spent, CallPurpose.BATCH)).isEqualTo(3 * 5);
    assertThat(paid(spent, CallPurpose.CRITIQUE)).isEqualTo(3 * 5);
    assertThat(paid(spent, CallPurpose.REDUCTION)).isEqualTo(3);
    assertThat(paid(spent, CallPurpose.UPDATE)).isEqualTo(3);
    assertThat(paid(spent, CallPurpose.TEST)).isEqualTo(EstimatedRuns.TEST);
    assertThat(spent)
        .doesNotContainKeys(CallPurpose.ACCEPTANCE, CallPurpose.CONTRAST, CallPurpose.JUDGE);
  }

  @Test
  void shouldAskNothingOfTheBackwardModelWithoutAMistake() {
    // When
    Map<CallPurpose, Usage> spent =
        play("profile: textgrad, batchSize: 5, steps: 3", "accuracy.start=1", "accuracy.end=1")
            .spent();

    // Then: redrawn batches pay for each training example once
    assertThat(spent).containsOnlyKeys(CallPurpose.VALIDATION, CallPurpose.BATCH, CallPurpose.TEST);
    assertThat(paid(spent, CallPurpose.VALIDATION)).isEqualTo(EstimatedRuns.VALIDATION);
    assertThat(paid(spent, CallPurpose.BATCH)).isBetween(10, EstimatedRuns.TRAIN);
    assertThat(paid(spent, CallPurpose.TEST)).isEqualTo(EstimatedRuns.TEST);
  }

  @Test
  void shouldDrawFromTheSamePromptWhileUpdatesChangeNothing() {
    // When
    Map<CallPurpose, Usage> spent =
        play(
                "profile: textgrad, batchSize: 5, steps: 20",
                "accuracy.start=0",
                "accuracy.end=0",
                "candidate.none=1",
                "candidate.none.end=1",
                "reply.unreadable=0")
            .spent();

    // Then: the ledger answers what was asked in an earlier batch, critiques among it
    Usage batch = spent.get(CallPurpose.BATCH);
    assertThat(batch.paid() + batch.ledger()).isEqualTo(100);
    assertThat(batch.paid()).isLessThanOrEqualTo(EstimatedRuns.TRAIN);
    assertThat(paid(spent, CallPurpose.CRITIQUE)).isEqualTo(batch.paid());
    assertThat(paid(spent, CallPurpose.VALIDATION)).isEqualTo(EstimatedRuns.VALIDATION);
  }

  @Test
  void shouldPayNothingForBatchesWithinWhatAcceptanceOnTrainHasAsked() {
    // When
    Map<CallPurpose, Usage> spent =
        play("annealing: {split: TRAIN}, batchSize: 5, steps: 4", ALL_WRONG).spent();

    // Then
    assertThat(paid(spent, CallPurpose.ACCEPTANCE)).isEqualTo(5 * EstimatedRuns.TRAIN);
    assertThat(paid(spent, CallPurpose.BATCH)).isZero();
    assertThat(spent.get(CallPurpose.BATCH).ledger()).isEqualTo(20);
    assertThat(paid(spent, CallPurpose.VALIDATION)).isEqualTo(5 * EstimatedRuns.VALIDATION);
  }

  @Test
  void shouldScoreNoPromptTwiceWhereAcceptanceIsValidation() {
    // When
    Map<CallPurpose, Usage> spent = play("batchSize: 5, steps: 4", ALL_WRONG).spent();

    // Then
    assertThat(paid(spent, CallPurpose.ACCEPTANCE)).isEqualTo(5 * EstimatedRuns.VALIDATION);
    assertThat(spent).doesNotContainKey(CallPurpose.VALIDATION);
  }

  @Test
  void shouldAskAgainForEveryReplyThatCannotBeRead() {
    // When
    Map<CallPurpose, Usage> spent =
        play(
                "profile: textgrad, batchSize: 5, steps: 3",
                "accuracy.start=0",
                "accuracy.end=0",
                "reply.unreadable=1",
                "candidate.none=0",
                "candidate.none.end=0")
            .spent();

    // Then
    assertThat(paid(spent, CallPurpose.UPDATE)).isEqualTo(6);
    assertThat(paid(spent, CallPurpose.REDUCTION)).isEqualTo(3);
  }

  @Test
  void shouldRegularizeEachUpdateOfBestPractice() {
    // When
    Map<CallPurpose, Usage> spent =
        play("profile: best-practice, batchSize: 5, steps: 3", ALL_WRONG).spent();

    // Then
    assertThat(paid(spent, CallPurpose.REGULARIZATION)).isEqualTo(paid(spent, CallPurpose.UPDATE));
    assertThat(paid(spent, CallPurpose.UPDATE)).isPositive();
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
    Map<CallPurpose, Usage> spent = play(run, 0, ALL_WRONG).spent();

    // Then
    int answers =
        paid(spent, CallPurpose.BATCH)
            + paid(spent, CallPurpose.VALIDATION)
            + paid(spent, CallPurpose.TEST);
    assertThat(paid(spent, CallPurpose.JUDGE)).isEqualTo(answers);
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
      Map<CallPurpose, Usage> spent = played.spent();
      assertThat(played.endedByBudget()).isFalse();
      assertThat(paid(spent, CallPurpose.BATCH)).isLessThanOrEqualTo(steps * EstimatedRuns.TRAIN);
      assertThat(paid(spent, CallPurpose.CRITIQUE)).isLessThanOrEqualTo(steps * batch);
      assertThat(paid(spent, CallPurpose.TEST)).isIn(EstimatedRuns.TEST, 2 * EstimatedRuns.TEST);
      assertThat(play(run, number)).isEqualTo(played);
    }
  }

  private static SimulatedRunResult play(String optimizer, String... given) {
    return play(EstimatedRuns.of(optimizer), 0, given);
  }

  private static SimulatedRunResult play(ResolvedRun run, int number, String... given) {
    Assumptions assumptions = Estimator.defaults(run.settings()).given(List.of(given));
    TokenMeter meter = new TokenMeter(run.settings());
    return SimulatedRun.play(
        EstimatedRuns.context(run),
        new SimulatedServices(run.settings(), assumptions, meter, number));
  }

  private static int paid(Map<CallPurpose, Usage> spent, CallPurpose stage) {
    return spent.getOrDefault(stage, Usage.NONE).paid();
  }
}
