package io.dlpo.core.budget;

import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a run. Work that would exceed a limit is not started.
 *
 * @param calls maximum number of model calls; null if unlimited
 * @param tokens maximum number of request and reply tokens; null if unlimited
 * @param money maximum cost in USD; null if unlimited
 * @param test whether the final test counts; if so, its share is reserved from the start
 */
public record Budget(
    @Nullable Integer calls, @Nullable Long tokens, @Nullable Money money, boolean test) {

  /** The final test scores the initial and the best prompt. */
  public static final int TESTED_PROMPTS = 2;

  /** Creates a budget without a limit on cost. */
  public Budget(@Nullable Integer calls, @Nullable Long tokens, boolean test) {
    this(calls, tokens, null, test);
  }

  public Budget {
    require("calls", calls);
    require("tokens", tokens);
    if (calls == null && tokens == null && money == null) {
      throw new IllegalArgumentException("budget has no limit; must have calls, tokens or usd");
    }
  }

  /** Returns the calls for one answer and its score: 2 with a judge model, else 1. */
  public static int callsPerExample(Metric metric) {
    return metric instanceof JudgeMetric ? 2 : 1;
  }

  private static void require(String name, @Nullable Number value) {
    if (value != null && value.longValue() < 1) {
      throw new IllegalArgumentException("budget." + name + " is " + value + "; must be 1 or more");
    }
  }

  /** Returns the same budget with another limit on calls. */
  public Budget limitedTo(int otherCalls) {
    return new Budget(otherCalls, tokens, money, test);
  }

  /**
   * Checks whether calls would exceed the budget.
   *
   * @param charges the charges so far
   * @param next maximum number of calls to make now
   * @param kept number of later calls to reserve
   * @param what description of the calls
   * @return the reason to refuse the calls, or empty if they may be made
   */
  public Optional<String> refuses(Charges charges, int next, int kept, String what) {
    return Stream.of(ofCalls(charges), ofTokens(charges), ofMoney(charges))
        .flatMap(Optional::stream)
        .flatMap(limit -> limit.refuses(next, kept, what).stream())
        .findFirst();
  }

  private Optional<Limit> ofCalls(Charges charges) {
    return Optional.ofNullable(calls)
        .map(BigDecimal::valueOf)
        .map(most -> new Limit("calls", most, BigDecimal.valueOf(charges.calls()), BigDecimal.ONE));
  }

  private Optional<Limit> ofTokens(Charges charges) {
    return Optional.ofNullable(tokens)
        .map(BigDecimal::valueOf)
        .map(most -> Limit.atMean("tokens", most, BigDecimal.valueOf(charges.tokens()), charges));
  }

  private Optional<Limit> ofMoney(Charges charges) {
    return Optional.ofNullable(money)
        .map(limit -> Limit.atMean("usd", limit.usd(), limit.rates().usd(charges), charges));
  }
}
