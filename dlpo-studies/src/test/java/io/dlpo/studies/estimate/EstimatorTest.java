package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.spec.ResolvedRun;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatorTest {

  private static final String REAL =
      """
      metric: {type: number}
      engines: {forward: {model: gpt-4o-mini}, backward: {model: gpt-4o}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"textgrad", "annealing", "reference", "best-practice", "adaptive"})
  void shouldSumUpItsStages(String profile) {
    // When
    Estimate estimate = estimate(EstimatedRuns.of("profile: %s, steps: 4".formatted(profile)));

    // Then
    assertThat(estimate.total().calls().expected())
        .isCloseTo(sum(estimate, spent -> spent.calls().expected()), within(1e-6));
    assertThat(estimate.total().inputTokens().expected())
        .isCloseTo(sum(estimate, spent -> spent.inputTokens().expected()), within(1e-6));
    assertThat(estimate.total().outputTokens().expected())
        .isCloseTo(sum(estimate, spent -> spent.outputTokens().expected()), within(1e-6));
    assertThat(estimate.stages()).extracting(StageEstimate::stage).doesNotHaveDuplicates();
    assertThat(estimate.simulatedRuns()).isEqualTo(200);
  }

  @Test
  void shouldBeAFunctionOfWhatItIsGiven() {
    // Given
    ResolvedRun run = EstimatedRuns.of("steps: 5");

    // Then
    assertThat(estimate(run)).isEqualTo(estimate(run));
    assertThat(estimate(run)).isNotEqualTo(estimate(run, "accuracy.start=0.1"));
  }

  @Test
  void shouldPriceEachStageByItsModel() {
    // When
    Estimate estimate = estimate(EstimatedRuns.with("profile: textgrad, steps: 4", REAL));

    // Then
    ExpectedUsage test = stage(estimate, CallPurpose.TEST).spent();
    ExpectedUsage update = stage(estimate, CallPurpose.UPDATE).spent();
    assertThat(stage(estimate, CallPurpose.TEST).model()).isEqualTo("gpt-4o-mini");
    assertThat(stage(estimate, CallPurpose.UPDATE).model()).isEqualTo("gpt-4o");
    assertThat(usd(test)).isCloseTo(money(test, 0.15, 0.60), within(1e-9));
    assertThat(usd(update)).isCloseTo(money(update, 2.50, 10), within(1e-9));
    assertThat(usd(estimate.total())).isCloseTo(sum(estimate, EstimatorTest::usd), within(1e-9));
  }

  @Test
  void shouldNotTakeAnUnknownPriceForNothing() {
    // When
    Estimate estimate =
        estimate(
            EstimatedRuns.with(
                "profile: textgrad, steps: 4",
                "metric: {type: number}\n"
                    + "engines: {forward: {model: my-llama}, backward: {model: gpt-4o}}"));

    // Then
    assertThat(estimate.total().usd()).isNull();
    assertThat(stage(estimate, CallPurpose.BATCH).spent().usd()).isNull();
    assertThat(stage(estimate, CallPurpose.UPDATE).spent().usd()).isNotNull();
    assertThat(estimate.total().calls().expected()).isPositive();
    assertThat(estimate.total().inputTokens().expected()).isPositive();
    assertThat(estimate.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("no price for my-llama", "DLPO_PRICES", "my-llama: {input: …"))
        .anySatisfy(note -> assertThat(note).contains("my-llama are counted by o200k_base, for"));
  }

  @Test
  void shouldCostNothingOnTheSimulator() {
    assertThat(estimate(EstimatedRuns.of("steps: 3")).total().usd()).isEqualTo(new Range(0, 0, 0));
  }

  @Test
  void shouldPayForFewerCallsWithRungs() {
    // Given
    String[] bad = {"candidate.better=0", "candidate.loss=0.2", "accuracy.start=0.7"};

    // When
    Estimate full = estimate(EstimatedRuns.of("steps: 10"), bad);
    Estimate rungs = estimate(EstimatedRuns.of("steps: 10, annealing: {rungs: 4}"), bad);

    // Then
    assertThat(calls(rungs, CallPurpose.ACCEPTANCE))
        .isLessThan(0.9 * calls(full, CallPurpose.ACCEPTANCE));
  }

  @Test
  void shouldEstimateAPromptOfMessagesLikeItsText() {
    // Given
    String optimizer = "profile: textgrad, steps: 5";
    String[] edits = {"edit.adds=0.9", "candidate.none=0"};

    // When
    Estimate text = estimate(EstimatedRuns.of(optimizer), edits);
    Estimate messages = estimate(EstimatedRuns.withMessages(optimizer), edits);

    // Then
    assertThat(calls(messages, CallPurpose.UPDATE))
        .isCloseTo(calls(text, CallPurpose.UPDATE), withinPercentage(5));
    assertThat(calls(messages, CallPurpose.VALIDATION))
        .isCloseTo(calls(text, CallPurpose.VALIDATION), withinPercentage(5));
    assertThat(messages.total().inputTokens().expected())
        .isGreaterThan(text.total().inputTokens().expected());
  }

  @Test
  void shouldSayWhatTheBudgetHasChosenAndSpendNoMore() {
    // When
    Estimate estimate =
        estimate(
            EstimatedRuns.with(
                "profile: best-practice",
                "metric: {type: number}\nbudget: {calls: 200, test: false}"));

    // Then
    assertThat(estimate.notes())
        .contains(
            "best-practice: batches of 5 from MISTAKES, critique JOINT, 3 candidates, compared on 15"
                + " examples of TRAIN_AND_VALIDATION from 3 on, restart after 5 steps, no final"
                + " choice");
    double counted = estimate.total().calls().expected() - calls(estimate, CallPurpose.TEST);
    assertThat(counted).isBetween(100.0, 200.0);
    assertThat(estimate.stages())
        .extracting(StageEstimate::stage)
        .doesNotContain(CallPurpose.CRITIQUE, CallPurpose.REDUCTION, CallPurpose.CONTRAST);
  }

  @Test
  void shouldCritiqueAllMistakesAtOnce() {
    // When
    Estimate each = estimate(EstimatedRuns.of("profile: textgrad, steps: 4"));
    Estimate merged = estimate(EstimatedRuns.of("profile: textgrad, steps: 4, critique: MERGED"));

    // Then
    assertThat(calls(merged, CallPurpose.CRITIQUE)).isLessThanOrEqualTo(4);
    assertThat(calls(merged, CallPurpose.CRITIQUE)).isLessThan(calls(each, CallPurpose.CRITIQUE));
    assertThat(merged.stages())
        .extracting(StageEstimate::stage)
        .doesNotContain(CallPurpose.REDUCTION);
  }

  @Test
  void shouldCutRepliesAtTheLimitOfTheEngine() {
    // Given
    String limited = REAL.replace("gpt-4o-mini}", "gpt-4o-mini, maxTokens: 20}");

    // When
    ExpectedUsage test =
        stage(
                estimate(EstimatedRuns.with("steps: 2", limited), "tokens.answer=500"),
                CallPurpose.TEST)
            .spent();

    // Then
    assertThat(test.outputTokens().expected() / test.calls().expected()).isLessThanOrEqualTo(20);
  }

  @Test
  void shouldWriteLongerRequestsAsThePromptGrows() {
    // When
    Estimate growing = estimate(run(), "edit.adds=1", "edit.count=2", "candidate.none=0");
    Estimate reworded = estimate(run(), "edit.adds=0", "edit.count=1", "candidate.none=0");

    // Then
    assertThat(growing.total().inputTokens().expected())
        .isGreaterThan(1.2 * reworded.total().inputTokens().expected());
  }

  @Test
  void shouldSayWhatTheBudgetDoes() {
    // When
    Estimate tight = estimate(EstimatedRuns.with("steps: 20", number("budget: {calls: 100}")));
    Estimate wide = estimate(EstimatedRuns.with("steps: 2", number("budget: {calls: 9000}")));

    // Then
    assertThat(tight.notes()).anyMatch(note -> note.startsWith("the budget ended 200 of 200"));
    assertThat(wide.notes()).contains("the budget ended no simulated run: it leaves room");
  }

  @Test
  void shouldSayThatAWebhookIsNotPartOfIt() {
    // When
    Estimate estimate =
        estimate(
            EstimatedRuns.with("steps: 2", "metric: {type: webhook, url: 'http://scorer/score'}"));

    // Then
    assertThat(estimate.notes()).contains("what your webhook costs is not part of it");
  }

  @Test
  void shouldNotPlayALongRunTwoHundredTimes() {
    // When
    Estimate estimate = estimate(EstimatedRuns.of("profile: reference, steps: 300"));

    // Then
    assertThat(estimate.simulatedRuns()).isBetween(10, 100);
  }

  private static ResolvedRun run() {
    return EstimatedRuns.of("profile: textgrad, steps: 10");
  }

  private static String number(String budget) {
    return "metric: {type: number}\n" + budget;
  }

  private static Estimate estimate(ResolvedRun run, String... given) {
    return Estimator.estimate(
        run.settings(),
        run.splits(),
        Estimator.defaults(run.settings()).given(List.of(given)),
        PriceFile.builtIn());
  }

  private static StageEstimate stage(Estimate estimate, CallPurpose stage) {
    return estimate.stages().stream().filter(one -> one.stage() == stage).findFirst().orElseThrow();
  }

  private static double calls(Estimate estimate, CallPurpose stage) {
    return stage(estimate, stage).spent().calls().expected();
  }

  private static double sum(Estimate estimate, ToDoubleFunction<ExpectedUsage> figure) {
    return estimate.stages().stream().map(StageEstimate::spent).mapToDouble(figure).sum();
  }

  private static double usd(ExpectedUsage spent) {
    return Objects.requireNonNull(spent.usd()).expected();
  }

  private static double money(ExpectedUsage spent, double input, double output) {
    return (spent.inputTokens().expected() * input + spent.outputTokens().expected() * output)
        / 1e6;
  }
}
