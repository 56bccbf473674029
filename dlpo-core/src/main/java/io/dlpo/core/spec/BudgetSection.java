package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code budget}.
 *
 * @param prices of models that the spec names no price of
 * @param problems gets what is wrong with it
 */
record BudgetSection(PriceTable prices, List<Problem> problems) {

  private static final int MOST_CALLS = 100_000_000;
  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final Bounds WHOLE =
      new Bounds(
          n -> n >= 1 && n <= MOST_TOKENS && n == Math.rint(n),
          "a whole number from 1 to " + MOST_TOKENS);
  private static final Bounds OVER_ZERO = new Bounds(n -> n > 0, "a number over 0");

  /** The limits; null if there is none. */
  @Nullable Budget read(Section root, Engines engines, @Nullable Metric metric) {
    if (root.object("budget") == null) {
      return null;
    }
    Section section = root.section("budget");
    boolean limited = section.has("calls") || section.has("tokens") || section.has("usd");
    int calls = section.integer("calls", 1, MOST_CALLS, 0);
    Double tokens = section.number("tokens", WHOLE, null);
    Double usd = section.number("usd", OVER_ZERO, null);
    JsonNode own = section.object("prices");
    boolean test = section.truth("test", true);
    section.end();
    if (!limited) {
      section.refuse("calls", "a whole number of calls, or budget.tokens or budget.usd");
    }
    Optional<PriceTable> table = table(own);
    Money money = usd == null || table.isEmpty() ? null : money(usd, table.get(), engines, metric);
    if (calls == 0 && tokens == null && money == null) {
      return null;
    }
    return new Budget(
        calls == 0 ? null : calls, tokens == null ? null : tokens.longValue(), money, test);
  }

  private Optional<PriceTable> table(@Nullable JsonNode own) {
    if (own == null) {
      return Optional.of(prices);
    }
    try {
      return Optional.of(prices.with(PriceFile.of("budget.prices", own)));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              "budget.prices", own.toString(), "see the message", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private @Nullable Money money(
      double usd, PriceTable table, Engines engines, @Nullable Metric metric) {
    Optional<Price> forward = price(table, engines.forward().model());
    Optional<Price> backward = price(table, engines.backward().model());
    Optional<Price> judge =
        metric instanceof JudgeMetric judging ? price(table, judging.engine().model()) : forward;
    return forward.isEmpty() || backward.isEmpty() || judge.isEmpty()
        ? null
        : new Money(BigDecimal.valueOf(usd), new Rates(forward.get(), backward.get(), judge.get()));
  }

  private Optional<Price> price(PriceTable table, String model) {
    Optional<Price> price = table.of(model);
    String key = "budget.prices." + model;
    if (price.isEmpty() && problems.stream().noneMatch(problem -> problem.key().equals(key))) {
      problems.add(
          Problem.of(
              key,
              null,
              "{input: …, output: …} in USD for a million tokens, here or in the file that"
                  + " DLPO_PRICES names, since budget.usd is set"));
    }
    return price;
  }
}
