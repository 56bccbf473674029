package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.core.price.Price;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.run.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Summarizes the simulated runs of an estimate.
 *
 * @param settings settings of the run
 * @param prices of the models
 * @param played the results of the simulated runs
 */
record EstimateSummary(RunSettings settings, PriceTable prices, List<SimulatedRunResult> played) {

  private static final List<CallPurpose> IN_ORDER_OF_A_STEP =
      List.of(
          CallPurpose.BATCH,
          CallPurpose.CRITIQUE,
          CallPurpose.REDUCTION,
          CallPurpose.CONTRAST,
          CallPurpose.UPDATE,
          CallPurpose.REGULARIZATION,
          CallPurpose.SCREENING,
          CallPurpose.ACCEPTANCE,
          CallPurpose.VALIDATION,
          CallPurpose.TEST,
          CallPurpose.JUDGE);

  Estimate estimate(Assumptions assumptions, List<String> notes) {
    List<CallPurpose> used =
        IN_ORDER_OF_A_STEP.stream()
            .filter(stage -> played.stream().anyMatch(one -> one.spent().containsKey(stage)))
            .toList();
    List<StageEstimate> stages = new ArrayList<>();
    for (CallPurpose stage : used) {
      stages.add(new StageEstimate(stage, Estimator.model(stage, settings), spent(List.of(stage))));
    }
    return new Estimate(stages, spent(used), assumptions, played.size(), notes);
  }

  private ExpectedUsage spent(List<CallPurpose> stages) {
    boolean priced = stages.stream().allMatch(stage -> price(stage).isPresent());
    return new ExpectedUsage(
        range(stages, (stage, usage) -> usage.paid()),
        range(stages, (stage, usage) -> usage.ledger()).expected(),
        range(stages, (stage, usage) -> usage.inputTokens()),
        range(stages, (stage, usage) -> usage.outputTokens()),
        priced ? range(stages, this::usd) : null);
  }

  private double usd(CallPurpose stage, Usage usage) {
    return price(stage).orElseThrow().usd(usage.inputTokens(), usage.outputTokens()).doubleValue();
  }

  private Optional<Price> price(CallPurpose stage) {
    return prices.of(Estimator.model(stage, settings));
  }

  private Range range(List<CallPurpose> stages, Quantity quantity) {
    ToDoubleFunction<SimulatedRunResult> sum =
        one ->
            stages.stream()
                .mapToDouble(
                    stage -> quantity.of(stage, one.spent().getOrDefault(stage, Usage.NONE)))
                .sum();
    return Range.of(played.stream().mapToDouble(sum).toArray());
  }

  /** A quantity of a stage's usage. */
  private interface Quantity {
    double of(CallPurpose stage, Usage usage);
  }
}
