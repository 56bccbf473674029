package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.core.price.Price;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.run.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
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

  Estimate estimate(Assumptions assumptions, List<String> notes) {
    List<EstimateStage> used =
        Arrays.stream(EstimateStage.values())
            .filter(stage -> played.stream().anyMatch(one -> one.spent().containsKey(stage)))
            .toList();
    List<StageEstimate> stages = new ArrayList<>();
    for (EstimateStage stage : used) {
      stages.add(new StageEstimate(stage, Estimator.model(stage, settings), spent(List.of(stage))));
    }
    return new Estimate(stages, spent(used), assumptions, played.size(), notes);
  }

  private ExpectedUsage spent(List<EstimateStage> stages) {
    boolean priced = stages.stream().allMatch(stage -> price(stage).isPresent());
    return new ExpectedUsage(
        range(stages, (stage, usage) -> usage.paid()),
        range(stages, (stage, usage) -> usage.ledger()).expected(),
        range(stages, (stage, usage) -> usage.inputTokens()),
        range(stages, (stage, usage) -> usage.outputTokens()),
        priced ? range(stages, this::usd) : null);
  }

  private double usd(EstimateStage stage, Usage usage) {
    return price(stage).orElseThrow().usd(usage.inputTokens(), usage.outputTokens()).doubleValue();
  }

  private Optional<Price> price(EstimateStage stage) {
    return prices.of(Estimator.model(stage, settings));
  }

  private Range range(List<EstimateStage> stages, Quantity quantity) {
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
    double of(EstimateStage stage, Usage usage);
  }
}
