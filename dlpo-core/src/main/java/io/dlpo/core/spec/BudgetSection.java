package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Money;
import io.dlpo.core.budget.Rates;
import io.dlpo.core.price.Price;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.refusal.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code budget}.
 *
 * @param prices by model; null to use the prices of the service
 */
record BudgetSection(
    @Nullable Integer calls,
    @Nullable Long tokens,
    @Nullable Double usd,
    @Nullable ObjectNode prices,
    boolean test) {

  private static final String NO_PRICE =
      "{input: …, output: …} in USD per million tokens, here or in the file that DLPO_PRICES"
          + " names, since budget.usd is set";

  /**
   * The limits; null if the section sets none.
   *
   * @param table prices of the models that the spec gives no price for
   */
  @Nullable Budget read(
      PriceTable table, Engines engines, @Nullable Metric metric, List<Problem> problems) {
    Money money = usd == null ? null : money(usd, table, engines, metric, problems);
    return calls == null && tokens == null && money == null
        ? null
        : new Budget(calls, tokens, money, test);
  }

  private @Nullable Money money(
      double limit,
      PriceTable table,
      Engines engines,
      @Nullable Metric metric,
      List<Problem> problems) {
    PriceTable all = prices == null ? table : table.with(PriceFile.of("budget.prices", prices));
    String forward = engines.forward().model();
    String backward = engines.backward().model();
    String judge = metric instanceof JudgeMetric judging ? judging.engine().model() : forward;
    Stream.of(forward, backward, judge)
        .distinct()
        .filter(model -> all.of(model).isEmpty())
        .forEach(model -> problems.add(Wording.required("budget.prices." + model, NO_PRICE)));
    Optional<Price> forwardPrice = all.of(forward);
    Optional<Price> backwardPrice = all.of(backward);
    Optional<Price> judgePrice = all.of(judge);
    return forwardPrice.isEmpty() || backwardPrice.isEmpty() || judgePrice.isEmpty()
        ? null
        : new Money(
            BigDecimal.valueOf(limit),
            new Rates(forwardPrice.get(), backwardPrice.get(), judgePrice.get()));
  }
}
