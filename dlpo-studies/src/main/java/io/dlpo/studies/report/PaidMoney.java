package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.price.Price;
import io.dlpo.core.price.PriceTable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the cost of a run's paid calls.
 *
 * @param prices prices by model
 */
public record PaidMoney(PriceTable prices) {

  /**
   * The cost in USD. Empty if a model has no price. Also empty if a judge has another price than
   * the forward model, because their tokens are counted together.
   */
  public Optional<BigDecimal> usd(
      Engines engines, Metric metric, Map<CallPurpose, Usage> usageByPurpose) {
    Optional<Price> forward = prices.of(engines.forward().model());
    Optional<Price> backward = prices.of(engines.backward().model());
    if (forward.isEmpty() || backward.isEmpty()) {
      return Optional.empty();
    }
    if (metric instanceof JudgeMetric judge && !prices.of(judge.engine().model()).equals(forward)) {
      return Optional.empty();
    }
    return Optional.of(
        usageByPurpose.entrySet().stream()
            .map(
                one ->
                    (one.getKey().isAnswer() ? forward : backward)
                        .get()
                        .usd(one.getValue().inputTokens(), one.getValue().outputTokens()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
